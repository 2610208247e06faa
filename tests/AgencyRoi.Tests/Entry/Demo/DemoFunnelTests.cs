using System.Text.Json;
using AgencyRoi.Platform.Database;
using AgencyRoi.Records.Stages;

namespace AgencyRoi.Tests.Entry.Demo;

/// <summary>The funnels of the demo, whose contacts are made up, by SQL that reads what was recorded and none of the sums.</summary>
[Collection(nameof(AskedDemo))]
public sealed class DemoFunnelTests(AskedDemo demo)
{
    private const string OtherWay = """
        with told as (
          select c.kept_id, f.occurred_on, array_position(array['REACHED', 'ACTIVE', 'VISITOR', 'PROFILED', 'LEAD', 'CUSTOMER', 'REGULAR'], f.stage) as place
          from app.contact_stages f join app.contacts c on c.id = f.contact_id
          where f.client_id = $1 and f.retracted_at is null
        ), firsts as (
          select k.place, t.kept_id, min(t.occurred_on) as day from told t join generate_series(1, 7) as k (place) on t.place >= k.place group by 1, 2
        )
        select f.place, count(*), count(n.day), coalesce(sum(n.day - f.day), 0)::bigint
        from firsts f left join firsts n on n.kept_id = f.kept_id and n.place = f.place + 1
        where f.day >= '2025-01-01' and f.day < '2026-01-01'
        group by f.place order by f.place
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_funnel_has_what_other_sql_finds_and_the_check_finds_nothing()
    {
        var withContacts = 0;
        foreach (var agency in demo.Agencies)
        {
            var tenant = await demo.Loaded.Database.Registry.FindAsync(agency.Slug, Stop);
            await using var session = await demo.Loaded.Database.ReadAsync(tenant!);
            Assert.Empty(await ContactStepsCheck.RunAsync(session, Stop));
            var clients = await demo.QueryAsync(
                agency.Tokens.Owner,
                """
                {
                  clients(first: 100) {
                    nodes {
                      id
                      dataOrigin
                      funnel(period: { from: "2025-01-01", to: "2026-01-01" }) { steps { contactCount next { contactCount meanDays } } }
                    }
                  }
                }
                """
            );
            foreach (var client in clients.GetProperty("clients").List("nodes"))
            {
                var expected = await OtherWayAsync(session, Isolation.IsolationWorld.KeyOf(client.Text("id")));
                var steps = client.GetProperty("funnel").List("steps").Select((step, place) => Line(place + 1, step));
                Assert.Equal(expected, steps.Where(step => !step.Contains(" 0,", StringComparison.Ordinal)));
                withContacts += expected.Count > 0 ? 1 : 0;
            }
        }
        Assert.NotEqual(0, withContacts);
    }

    private static async Task<List<string>> OtherWayAsync(DatabaseSession session, Guid client)
    {
        await using var command = session.Command(OtherWay).With(client);
        await using var reader = await command.ExecuteReaderAsync(Stop);
        var lines = new List<string>();
        while (await reader.ReadAsync(Stop))
        {
            var (entered, wentOn) = (reader.GetInt64(1), reader.GetInt64(2));
            var days =
                wentOn == 0 ? "" : $"{decimal.Round((decimal)reader.GetInt64(3) / wentOn, 6, MidpointRounding.AwayFromZero):0.######}";
            lines.Add(reader.GetInt32(0) == 7 ? $"7 {entered}, " : $"{reader.GetInt32(0)} {entered}, {wentOn} in {days}");
        }
        return lines;
    }

    private static string Line(int place, JsonElement step)
    {
        var contacts = step.Long("contactCount");
        if (step.GetProperty("next") is not { ValueKind: JsonValueKind.Object } next)
            return $"{place} {contacts}, ";
        var days = next.GetProperty("meanDays") is { ValueKind: JsonValueKind.Number } mean ? $"{mean.GetDecimal():0.######}" : "";
        return $"{place} {contacts}, {next.Long("contactCount")} in {days}";
    }
}
