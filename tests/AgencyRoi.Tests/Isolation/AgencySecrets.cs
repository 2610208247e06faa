using System.Text.Json;
using System.Text.RegularExpressions;
using AgencyRoi.Tests.Terms.People;

namespace AgencyRoi.Tests.Isolation;

/// <summary>
/// What the agency pays itself for a client, each in amounts that nothing else has: costs, a platform, people, their rates and hours, overhead, its part of a
/// shared cost.
/// </summary>
internal sealed partial class AgencySecrets
{
    private const string Marker = "sealed by the agency";

    // 7.3 hours at 73.5353 are 536.8077, and 126.3856 of overhead at 17.3131; 6.13 hours have no rate.
    private static readonly decimal[] Numbers =
    [
        7351.37m,
        7352.41m,
        7354.43m,
        73.5353m,
        17.3131m,
        7.3m,
        6.13m,
        536.8077m,
        536.81m,
        126.3856m,
        126.39m,
    ];

    private static readonly decimal[] Hours = [7.3m, 6.13m];

    private readonly Dictionary<string, string> ids = [];

    private AgencySecrets() { }

    public string this[string slot] => ids[slot];

    /// <summary>Found by an owner who is led through the schema; the others are sums of the agency's own viewpoint, which is not the one of a first look.</summary>
    public static IEnumerable<decimal> Stated => Numbers[..7];

    public static async Task<AgencySecrets> MakeAsync(AgencyApp app, string client)
    {
        var agency = app.Alpha;
        var cost = await app.CostAsync(
            agency,
            Bookkeeping.NewCost(client, 7351.37m, category: "STAFF_TIME", paidBy: "AGENCY", description: Marker)
        );
        var platform = await app.DoAsync(agency.StaffToken, "subscriptions/RecordToolSubscription", Platform(client));
        var person = await app.PersonAsync(agency, Marker);
        var rate = await app.HourlyRateAsync(agency, Workforce.NewRate(73.5353m, "PERSON", person));
        await app.HourlyRateAsync(agency, Workforce.NewRate(17.3131m, "PERSON", person, kind: "OVERHEAD"));
        var time = await app.TimeAsync(agency, client, person, 7.3m);
        await app.TimeAsync(agency, client, await app.PersonAsync(agency, $"{Marker} too"), 6.13m, "2025-02-10");
        await app.CostAsync(
            agency,
            Bookkeeping.NewCost(await HouseAsync(app), 7354.43m, category: "CONFERENCE", paidBy: "AGENCY", description: Marker)
        );
        var shared = await app.DoAsync(agency.StaffToken, "shared-costs/RecordCostAllocation", ToTheClient(client));
        return new()
        {
            ids =
            {
                ["Cost"] = cost.Text("id"),
                ["ToolSubscription"] = platform.Text("id"),
                ["Person"] = person,
                ["HourlyRate"] = rate.Text("id"),
                ["TimeEntry"] = time.Text("id"),
                ["CostAllocation"] = shared.Text("id"),
            },
        };
    }

    public IEnumerable<string> Slots => ids.Keys;

    public void AssertAbsent(string answer, string asked)
    {
        Assert.False(answer.Contains(Marker, StringComparison.Ordinal), $"{asked}: {answer}");
        Assert.All(ids.Values, id => Assert.False(answer.Contains(id, StringComparison.Ordinal), $"{asked}: {answer}"));
        var shown = NumbersIn(answer);
        Assert.All(Numbers, number => Assert.False(shown.Contains(number), $"{asked} shows {number}: {answer}"));
    }

    /// <summary>Who worked how many hours is known to all staff of the whole agency; what that cost, and what else the agency paid, is not.</summary>
    public void AssertFinancesAbsent(string answer, string asked)
    {
        Assert.All(
            FinanceSlots,
            slot => Assert.False(answer.Contains(ids[slot], StringComparison.Ordinal), $"{asked} shows a {slot}: {answer}")
        );
        var shown = NumbersIn(answer);
        Assert.All(Numbers.Except(Hours), number => Assert.False(shown.Contains(number), $"{asked} shows {number}: {answer}"));
    }

    /// <summary>The kinds of objects that tell something of the agency's finances by being there.</summary>
    public IEnumerable<string> FinanceSlots => ids.Keys.Except(["Person", "TimeEntry"]);

    /// <summary>Amounts are numbers in most answers and texts in inputs of methods and in documents.</summary>
    public static HashSet<decimal> NumbersIn(string answer) =>
        [.. Number().Matches(answer).Select(match => decimal.TryParse(match.ValueSpan, out var number) ? number : 0m)];

    private static object Platform(string clientId) =>
        new
        {
            clientId,
            name = Marker,
            from = "2025-03-01",
            to = "2025-04-01",
            amount = 7352.41m,
            currency = "USD",
            paidBy = "AGENCY",
        };

    private static object ToTheClient(string clientId) =>
        new
        {
            basis = "WEIGHTS",
            category = "CONFERENCE",
            month = "2025-03-01",
            weights = new[] { new { clientId, weight = 1m } },
        };

    private static async Task<string> HouseAsync(AgencyApp app)
    {
        var answer = await app.AskAsync(app.Alpha.OwnerToken, "{ clients(includeHouse: true, first: 100) { nodes { id kind } } }");
        return answer.GetProperty("data").GetProperty("clients").List("nodes").Single(client => client.Text("kind") == "HOUSE").Text("id");
    }

    [GeneratedRegex(@"(?<![\w.])\d+(\.\d+)?(?![\w.])")]
    private static partial Regex Number();
}
