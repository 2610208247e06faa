using System.Text.Json;

namespace AgencyRoi.Tests.Returns.Comparison;

/// <summary>A client that changes its industry, business model or size keeps its past where it was.</summary>
public sealed class DatedTraitsTests(UncachedApp app) : IClassFixture<UncachedApp>
{
    private const string Group = """
        query ($period: PeriodInput!, $by: ComparisonDimension!, $where: ClientComparisonRowFilterInput) {
          compareClients(period: $period, by: $by, where: $where) {
            rows { client { name } }
            groups { key cost { amount } unadjusted { value { amount } explain { entries { nodes { day } } sumOfEntries { entryCount } } } }
          }
        }
        """;

    public static TheoryData<string, string, string, string> Changes =>
        new()
        {
            { "INDUSTRY", "industry", "FOOD_AND_DRINK", "RETAIL" },
            { "BUSINESS_MODEL", "businessModel", "B2C", "B2B" },
            { "CLIENT_SIZE", "size", "SMALL", "LARGE" },
        };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Entries_belong_to_what_the_client_was_on_their_day(string by, string trait, string before, string after)
    {
        var agency = await NewAgencyAsync($"dated-{trait.ToLowerInvariant()}");
        var client = await TwoYearsAsync(agency);
        var steady = await app.ClientAsync(agency, "Steady");
        await SaleAsync(agency, steady, await app.ChannelAsync(agency, steady), 7m, "2025-02-01");
        var unchanged = await GroupsAsync(agency, by);

        await UpdateAsync(agency, client, 1, trait, after, "2025-07-01");

        Assert.Equal([(before, 10m, 107m, 4)], unchanged);
        Assert.Equal([(before, 10m, 37m, 3), (after, 0m, 70m, 1)], (await GroupsAsync(agency, by)).OrderBy(group => group.Item1 == after));
    }

    [Fact]
    public async Task Without_a_day_the_change_is_of_today_and_the_past_stays()
    {
        var agency = await NewAgencyAsync("dated-today");
        var client = await TwoYearsAsync(agency);

        await UpdateAsync(agency, client, 1, "industry", "RETAIL");

        Assert.Equal([("FOOD_AND_DRINK", 10m, 100m, 3)], await GroupsAsync(agency, "INDUSTRY"));
        Assert.Equal(["2026-01-15 1 RETAIL  ", "1900-01-01 1 FOOD_AND_DRINK B2C SMALL"], await HistoryAsync(agency, client));
    }

    [Fact]
    public async Task A_correction_of_the_past_holds_until_what_is_known_to_begin_later()
    {
        var agency = await NewAgencyAsync("dated-past");
        var client = await TwoYearsAsync(agency);
        await UpdateAsync(agency, client, 1, "industry", "RETAIL", "2025-07-01");
        await UpdateAsync(agency, client, 2, "size", "LARGE", "2025-05-01");
        await UpdateAsync(agency, client, 3, "industry", "MEDIA", "1900-01-01");

        Assert.Equal([("MEDIA", 10m, 30m, 2), ("RETAIL", 0m, 70m, 1)], await GroupsAsync(agency, "INDUSTRY"));
        Assert.Equal([("SMALL", 10m, 0m, 1), ("LARGE", 0m, 100m, 2)], await GroupsAsync(agency, "CLIENT_SIZE"));
        Assert.Equal(
            ["2025-07-01 1 RETAIL  ", "2025-05-01 1   LARGE", "1900-01-01 2 MEDIA  ", "1900-01-01 1 FOOD_AND_DRINK B2C SMALL"],
            await HistoryAsync(agency, client)
        );
    }

    [Fact]
    public async Task A_filter_sees_what_a_client_was_when_the_period_ended()
    {
        var agency = await NewAgencyAsync("dated-filter");
        var client = await TwoYearsAsync(agency);
        await UpdateAsync(agency, client, 1, "industry", "RETAIL", "2025-07-01");

        Assert.Single(await FoundAsync(agency, "FOOD_AND_DRINK", "2025-01-01", "2025-07-01"));
        Assert.Empty(await FoundAsync(agency, "RETAIL", "2025-01-01", "2025-07-01"));
        Assert.Single(await FoundAsync(agency, "RETAIL", "2025-01-01", "2026-01-01"));
    }

    [Fact]
    public async Task A_client_that_a_filter_finds_shows_in_the_groups_what_it_was_before()
    {
        var agency = await NewAgencyAsync("dated-filter-groups");
        var client = await TwoYearsAsync(agency);
        await UpdateAsync(agency, client, 1, "industry", "RETAIL", "2025-07-01");

        var compared = (
            await AskAsync(
                agency,
                new
                {
                    period = Bookkeeping.Period(),
                    by = "INDUSTRY",
                    where = new { client = new { industry = new { eq = "RETAIL" } } },
                }
            )
        ).GetProperty("compareClients");

        Assert.Equal(
            [("FOOD_AND_DRINK", 30m), ("RETAIL", 70m)],
            compared.List("groups").Select(group => (group.Text("key"), group.Value("unadjusted")))
        );
    }

    [Fact]
    public async Task A_day_to_come_and_a_day_of_nothing_are_refused()
    {
        var client = await app.ClientAsync(app.Alpha);

        Assert.Equal(
            ["BAD_INPUT input.effectiveFrom"],
            await RefusedAsync(
                new
                {
                    id = client,
                    version = 1,
                    industry = "RETAIL",
                    effectiveFrom = "2026-12-01",
                }
            )
        );
        Assert.Equal(
            ["BAD_INPUT input.effectiveFrom"],
            await RefusedAsync(
                new
                {
                    id = client,
                    version = 1,
                    name = "Other",
                    effectiveFrom = "2025-12-01",
                }
            )
        );
    }

    [Fact]
    public async Task Changed_clients_take_one_statement_more_however_many_there_are()
    {
        var agency = await NewAgencyAsync("dated-statements");
        var first = await TwoYearsAsync(agency);
        await GroupsAsync(agency, "INDUSTRY");
        var unchanged = await CountAsync();
        await UpdateAsync(agency, first, 1, "industry", "RETAIL", "2025-07-01");
        var one = await CountAsync();
        foreach (var _ in Enumerable.Range(0, 4))
            await UpdateAsync(agency, await TwoYearsAsync(agency), 1, "industry", "RETAIL", "2025-07-01");

        Assert.Equal((unchanged + 1, unchanged + 1), (one, await CountAsync()));

        async Task<int> CountAsync()
        {
            using var statements = new StatementCounter(app.Database);
            await app.SendAsync(
                agency.StaffToken,
                "compare-clients/CompareClientsBy",
                new { period = Bookkeeping.Period(), by = "INDUSTRY" }
            );
            return statements.Count;
        }
    }

    // A cost of 10 in January, sales of 30 in June and of 70 in July.
    private async Task<string> TwoYearsAsync(TestAgency agency)
    {
        var client = await app.ClientAsync(agency, "Two years");
        await app.CostAsync(agency, Bookkeeping.NewCost(client, 10m, "2025-01-15"));
        var page = await app.ChannelAsync(agency, client);
        await SaleAsync(agency, client, page, 30m, "2025-06-30");
        await SaleAsync(agency, client, page, 70m, "2025-07-01");
        return client;
    }

    private Task<JsonElement> SaleAsync(TestAgency agency, string client, string page, decimal amount, string day) =>
        app.SaleAsync(agency, Bookkeeping.NewSale(client, amount, day, channelId: page));

    private Task<JsonElement> UpdateAsync(
        TestAgency agency,
        string id,
        int version,
        string trait,
        string value,
        string? effectiveFrom = null
    ) =>
        app.DoAsync(
            agency.StaffToken,
            "clients/UpdateClient",
            new Dictionary<string, object?>
            {
                ["id"] = id,
                ["version"] = version,
                [trait] = value,
                ["effectiveFrom"] = effectiveFrom,
            }
        );

    private async Task<IReadOnlyList<(string, decimal, decimal, int)>> GroupsAsync(TestAgency agency, string by)
    {
        var compared = await AskAsync(agency, new { period = Bookkeeping.Period(), by });
        return
        [
            .. compared
                .GetProperty("compareClients")
                .List("groups")
                .Select(group =>
                {
                    var explain = group.GetProperty("unadjusted").GetProperty("explain");
                    var entries = explain.GetProperty("entries").List("nodes").Length;
                    var explained = explain.GetProperty("sumOfEntries").GetProperty("entryCount").GetInt32();
                    Assert.Equal(entries, explained);
                    return (group.Text("key"), group.Amount(), group.Value("unadjusted"), entries);
                }),
        ];
    }

    private async Task<string[]> FoundAsync(TestAgency agency, string industry, string from, string to)
    {
        var compared = await AskAsync(
            agency,
            new
            {
                period = Bookkeeping.Period(from, to),
                by = "INDUSTRY",
                where = new { client = new { industry = new { eq = industry } } },
            }
        );
        return [.. compared.GetProperty("compareClients").List("rows").Select(row => row.GetProperty("client").Text("name"))];
    }

    private async Task<string[]> HistoryAsync(TestAgency agency, string id)
    {
        var client = (await app.SendAsync(agency.StaffToken, "clients/ClientHistory", new { id })).GetProperty("client");
        return
        [
            .. client
                .GetProperty("profiles")
                .List("nodes")
                .Select(row =>
                    string.Join(' ', new[] { "effectiveFrom", "revision", "industry", "businessModel", "size" }.Select(Of(row)))
                ),
        ];

        static Func<string, string> Of(JsonElement row) => name => row.GetProperty(name).ToString();
    }

    private async Task<JsonElement> AskAsync(TestAgency agency, object variables)
    {
        var answer = await app.AskAsync(agency.StaffToken, Group, variables);
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data");
    }

    private Task<TestAgency> NewAgencyAsync(string slug) => TestAgency.CreateAsync(app.Database, slug, "USD", app.Clock);

    private Task<string[]> RefusedAsync(object input) => app.RefusalAsync(app.Alpha.StaffToken, "clients/UpdateClient", input);
}
