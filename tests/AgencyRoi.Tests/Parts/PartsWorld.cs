using System.Text.Json;
using AgencyRoi.Entry.Api;
using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.Tests.RandomOperations;

namespace AgencyRoi.Tests.Parts;

/// <summary>
/// An agency with three clients of three currencies and random facts of every kind, with amounts that no two of which round alike, some months closed and
/// some restated; and the answers to questions about it.
/// </summary>
public sealed class PartsWorld(PostgresFixture postgres) : IAsyncLifetime
{
    private const int Seed = 31;
    private readonly AgencyApp app = new(postgres);
    private RandomAgency? agency;

    internal static Schema Staff { get; } = ProductSchema.ForStaff(Modules.All);

    internal AgencyApp App => app;

    internal RandomAgency Agency => agency!;

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        agency = await RandomAgency.CreateAsync(app, app.Alpha);
        var report = new RandomReport();
        using var caller = new RandomCaller(app, agency, report, Seed);
        await caller.RunAsync(220);
        Assert.Empty(report.Faults);
        var random = new Random(Seed);
        foreach (var client in agency.Clients)
        foreach (var month in RandomAgency.Months)
        {
            foreach (var channel in client.Channels)
            {
                await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client.Id, Awkward(), $"{month}-11", channelId: channel));
                await app.RecordOutcomeAsync(
                    app.Alpha,
                    client.Goals[random.Next(3)],
                    1m + random.Next(9),
                    $"{month}-12",
                    channelId: channel
                );
            }
            await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client.Id, Awkward(), $"{month}-13", category: "AGENCY_FEE"));
            await app.CostAsync(
                app.Alpha,
                Bookkeeping.NewCost(client.Id, Awkward(), $"{month}-14", category: "OVERHEAD", paidBy: "AGENCY")
            );
        }

        // One lead that is stated twice: the weaker claim is cut.
        foreach (var client in agency.Clients)
        {
            const string leadReference = "stated twice";
            await app.DoAsync(
                app.Alpha.StaffToken,
                "goals/RecordOutcome",
                new
                {
                    goalId = client.Goals[0],
                    occurredOn = "2025-03-12",
                    quantity = 1m,
                    leadReference,
                }
            );
            await app.DoAsync(
                app.Alpha.StaffToken,
                "sales/RecordSale",
                new
                {
                    clientId = client.Id,
                    type = "SALE",
                    occurredOn = "2025-03-13",
                    amount = 77.77m,
                    currency = "EUR",
                    channelId = client.Channels[0],
                    leadReference,
                }
            );
        }

        decimal Awkward() => random.Next(100_000, 900_000) / 7_000m is var amount ? decimal.Round(amount, 4) : 0m;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>The answer to a question, in which <c>money(Type)</c> is all the money of that type.</summary>
    internal async Task<JsonElement> AskAsync(string document, object? variables = null, string? token = null)
    {
        foreach (var type in Staff.Types.OfType<ObjectType>())
            if (document.Contains($"money({type.Name})", StringComparison.Ordinal))
                document = document.Replace($"money({type.Name})", MoneyLists.Selection(type), StringComparison.Ordinal);
        var answer = await app.AskAsync(token ?? app.Alpha.OwnerToken, document, variables);
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data");
    }
}
