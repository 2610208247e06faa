using System.Text.Json;

namespace AgencyRoi.Tests.Terms.KpiDefinitions;

public sealed class KpiDefinitionTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task A_comparison_across_a_change_of_definition_names_the_break_and_whom_it_is_about()
    {
        var measured = await app.ClientAsync(app.Alpha, "Break measured");
        await app.ClientAsync(app.Alpha, "Break other");
        await app.RecordOutcomeAsync(app.Alpha, await app.PricedGoalAsync(app.Alpha, measured, 5m), 10m);
        await DefineAsync("Enquiry", "every message", "2024-01-01", indicator: "enquiries received");
        await DefineAsync("Enquiry", "every message that asks for a price", "2025-07-01", indicator: " Enquiries  RECEIVED ");

        var across = await ReportAsync("2025-01-01", "2026-01-01", "Break");
        var ofClient = (
            await app.SendAsync(app.Alpha.StaffToken, "comparability/RoiTree", new { client = measured, period = Bookkeeping.Period() })
        )
            .GetProperty("client")
            .GetProperty("roi");
        var before = await ReportAsync("2025-01-01", "2025-07-01", "Break");
        var after = await ReportAsync("2025-07-01", "2026-01-01", "Break");

        var broken = Assert.Single(across.List("definitionBreaks"));
        Assert.Equal("2025-07-01", broken.Text("on"));
        Assert.Equal("every message", broken.GetProperty("before").Text("formula"));
        Assert.Equal("every message that asks for a price", broken.GetProperty("after").Text("formula"));
        Assert.Equal(["Break measured"], Names(broken));
        Assert.Equal(broken.Text("message"), Assert.Single(ofClient.List("definitionBreaks")).Text("message"));
        var finding = across.List("findings").Single(finding => finding.Text("aspect") == "DEFINITIONS");
        Assert.Equal(("NOT_COMPARABLE", broken.Text("message")), (finding.Text("severity"), finding.Text("message")));
        Assert.False(across.GetProperty("isComparable").GetBoolean());
        var byName = across.List("clients").ToDictionary(client => client.GetProperty("client").Text("name"));
        Assert.False(byName["Break measured"].GetProperty("isComparable").GetBoolean());
        Assert.Empty(before.List("definitionBreaks"));
        Assert.Empty(after.List("definitionBreaks"));
    }

    [Fact]
    public async Task A_definition_of_a_goals_type_breaks_the_series_of_all_goals_of_that_type_and_of_no_other()
    {
        var (asked, other) = (await app.ClientAsync(app.Alpha, "Typed asked"), await app.ClientAsync(app.Alpha, "Typed other"));
        await app.OutcomeAsync(app.Alpha, (await app.ActiveGoalAsync(app.Alpha, asked)).Text("id"));
        await app.RecordOutcomeAsync(app.Alpha, await app.PricedGoalAsync(app.Alpha, other, 5m, name: "Leads"), 10m);
        foreach (
            var (formula, effectiveFrom) in new[] { ("answered within a day", "2024-01-01"), ("answered within an hour", "2025-07-01") }
        )
            await app.DoAsync(
                app.Alpha.StaffToken,
                "comparability/SetKpiDefinition",
                new
                {
                    name = "Service",
                    formula,
                    effectiveFrom,
                    goalType = "CUSTOMER_EXPERIENCE",
                    author = "Ann",
                }
            );

        var broken = Assert.Single((await ReportAsync("2025-01-01", "2026-01-01", "Typed")).List("definitionBreaks"));

        Assert.Equal(["Typed asked"], Names(broken));
        Assert.Equal(
            "Goals of type CUSTOMER_EXPERIENCE: from 2025-07-01 \"Service\" is measured as \"answered within an hour\", before that as "
                + "\"answered within a day\".",
            broken.Text("message")
        );
    }

    [Fact]
    public async Task A_later_revision_of_the_same_day_holds_and_the_same_words_are_no_break()
    {
        var client = await app.ClientAsync(app.Alpha, "Same");
        await app.RecordOutcomeAsync(app.Alpha, await app.PricedGoalAsync(app.Alpha, client, 5m, name: "Calls"), 10m);
        await DefineAsync("Call", "answered calls", "2024-01-01", indicator: "calls received");
        var first = await DefineAsync("Call", "all calls", "2025-05-01", indicator: "calls received");
        var second = await DefineAsync("Call", "answered calls", "2025-05-01", indicator: "calls received");

        var report = await ReportAsync("2025-01-01", "2026-01-01", "Same");

        Assert.Equal((1L, 2L), (first.Long("revision"), second.Long("revision")));
        Assert.Empty(report.List("definitionBreaks"));
    }

    [Fact]
    public async Task A_definition_is_about_one_thing_and_is_the_whole_agencys()
    {
        var client = await app.ClientAsync(app.Alpha, "Restricted");
        var restricted = await app.RestrictedTokenAsync(app.Alpha, client);

        Assert.Equal(
            ["BAD_INPUT input.indicator"],
            await app.RefusalAsync(app.Alpha.StaffToken, "comparability/SetKpiDefinition", Definition(null, null))
        );
        Assert.Equal(
            ["BAD_INPUT input.indicator"],
            await app.RefusalAsync(app.Alpha.StaffToken, "comparability/SetKpiDefinition", Definition("RETENTION", "renewals"))
        );
        Assert.Equal(["FORBIDDEN"], await app.RefusalAsync(restricted, "comparability/SetKpiDefinition", Definition("RETENTION", null)));
    }

    private static object Definition(string? goalType, string? indicator) =>
        new
        {
            name = "Renewal",
            formula = "contracts renewed / contracts due",
            effectiveFrom = "2025-01-01",
            author = "Ann",
            goalType,
            indicator,
        };

    private Task<JsonElement> DefineAsync(string name, string formula, string effectiveFrom, string indicator) =>
        app.DoAsync(
            app.Alpha.StaffToken,
            "comparability/SetKpiDefinition",
            new
            {
                name,
                formula,
                effectiveFrom,
                indicator,
                author = "Ann",
            }
        );

    private async Task<JsonElement> ReportAsync(string from, string to, string start) =>
        (
            await app.SendAsync(
                app.Alpha.StaffToken,
                "comparability/Comparability",
                new { period = Bookkeeping.Period(from, to), where = new { client = new { name = new { startsWith = start } } } }
            )
        )
            .GetProperty("compareClients")
            .GetProperty("comparability");

    private static IEnumerable<string> Names(JsonElement element) => element.List("clients").Select(client => client.Text("name"));
}
