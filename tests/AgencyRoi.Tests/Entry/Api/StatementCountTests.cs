using System.Diagnostics;

namespace AgencyRoi.Tests.Entry.Api;

public sealed class StatementCountTests(UncachedApp app) : IClassFixture<UncachedApp>
{
    [Fact]
    public async Task A_nested_query_makes_as_many_statements_for_5_clients_as_for_50()
    {
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 50),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (i, _) =>
            {
                var clientId = await app.ClientAsync(app.Alpha, $"Client {i:00}");
                await app.ChannelAsync(app.Alpha, clientId);
                await app.CampaignAsync(app.Alpha, clientId, "Below", await app.CampaignAsync(app.Alpha, clientId, "Above"));
                await app.OutcomeAsync(app.Alpha, (await app.ActiveGoalAsync(app.Alpha, clientId)).Text("id"));
            }
        );
        await CountAsync(first: 1);

        var (few, fewClients) = await CountAsync(first: 5);
        var (many, manyClients) = await CountAsync(first: 50);

        Assert.Equal((5, 50), (fewClients, manyClients));
        Assert.Equal(few, many);
        // The start of the transaction, clients, channels, networks, campaigns, their parents, purposes, goals, their purposes, time zones,
        // values, outcomes, the end.
        Assert.InRange(many, 11, 13);
    }

    private async Task<(int Statements, int Clients)> CountAsync(int first)
    {
        var statements = 0;
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.TagObjects.Any(tag => Equals(tag.Value, app.Database.Name)))
                    Interlocked.Increment(ref statements);
            },
        };
        ActivitySource.AddActivityListener(listener);

        var answer = await app.SendAsync(app.Alpha.OwnerToken, "clients/ClientsInDepth", new { first });
        return (statements, answer.GetProperty("clients").GetProperty("nodes").GetArrayLength());
    }
}
