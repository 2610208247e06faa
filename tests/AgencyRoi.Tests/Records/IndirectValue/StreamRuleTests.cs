namespace AgencyRoi.Tests.Records.IndirectValue;

/// <summary>The rule of its own that decides each stream's number, and what each kind of fact refuses.</summary>
public sealed class StreamRuleTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Theory]
    [InlineData("Deflection", "recontactRate", """{"expected":0}""", 1560)]
    [InlineData("Backlink", "monthlySurvival", """{"expected":1}""", 300)]
    [InlineData("Backlink", "isFollowed", "false", 0)]
    [InlineData("Referral", "isIncentivised", "true", 0)]
    [InlineData("Retention", "engagedCensored", "100", 2289.47)]
    [InlineData("CareCase", "auditInauthentic", "0", 100)]
    [InlineData("CareCase", "auditSample", "0", 0)]
    [InlineData("Appearance", "sourcedShare", """{"expected":0.75}""", 4500)]
    [InlineData("ReputationChange", "isChain", "true", 0)]
    [InlineData("IndirectSale", "margin", "1", 250)]
    [InlineData("Learning", "uses", "2", 120)]
    [InlineData("Insight", "isSupported", "false", 0)]
    [InlineData("AdEfficiency", "isolation", """{"expected":1}""", 3000)]
    public async Task The_rule_of_each_stream_decides_its_number(string kind, string field, string json, double value)
    {
        var sample = StreamSample.Of(kind);
        var client = await app.ClientAsync(app.Alpha, kind);
        if (json == "0" && field == "auditSample")
            await app.StreamFactAsync(app.Alpha, sample, client, "F-1", (field, json), ("auditInauthentic", "0"));
        else
            await app.StreamFactAsync(app.Alpha, sample, client, "F-1", (field, json));

        Assert.Equal((decimal)value, (await app.StreamAsync(app.Alpha, client, sample.Stream)).Value);
    }

    [Theory]
    [InlineData("Appearance", "closeRate", """{"expected":1.5}""", "SHARE_OUT_OF_RANGE input.content.closeRate")]
    [InlineData("Learning", "hours", """{"expected":-3}""", "NEGATIVE_AMOUNT input.content.hours")]
    [InlineData("Retention", "engagedLost", "2000", "BAD_INPUT input.content.engagedLost")]
    [InlineData("Referral", "onlyBecauseShare", """{"expected":0.5,"low":0.6}""", "BAD_INPUT input.content.onlyBecauseShare")]
    [InlineData("CareCase", "fairness", "2", "SHARE_OUT_OF_RANGE input.content.fairness")]
    [InlineData("CareCase", "retentionLost", "1.5", "SHARE_OUT_OF_RANGE input.content.retentionLost")]
    [InlineData("Backlink", "url", "\"magazine\"", "BAD_INPUT input.content.url")]
    [InlineData("Backlink", "lostOn", "\"2024-01-01\"", "BAD_INPUT input.content.lostOn")]
    [InlineData("IndirectSale", "reportedShare", "null", "BAD_INPUT input.content.reportedShare")]
    [InlineData("Insight", "valuation", "\"MEASURED_CHANGE\"", "BAD_INPUT input.content.change")]
    [InlineData("Deflection", "currency", "\"EUR\"", "NO_EXCHANGE_RATE")]
    public async Task Bad_input_has_its_code_and_path_and_changes_nothing(string kind, string field, string json, string refusal)
    {
        var sample = StreamSample.Of(kind);
        var client = await app.ClientAsync(app.Alpha, kind);

        var refusals = await app.RefusalAsync(app.Alpha.StaffToken, sample.Operation, sample.Input(client, null, (field, json)));

        Assert.StartsWith(refusal, refusals[0], StringComparison.Ordinal);
        Assert.Equal((0m, 0m), await app.StreamAsync(app.Alpha, client, sample.Stream));
    }

    [Fact]
    public async Task A_strong_grade_needs_evidence_and_capacity_freed_stays_beside_the_return()
    {
        var client = await app.ClientAsync(app.Alpha);
        var strong = StreamSample.Retention.Input(client);
        strong["evidenceGrade"] = "A";
        Assert.Equal(["BAD_INPUT input.evidence"], await app.RefusalAsync(app.Alpha.StaffToken, StreamSample.Retention.Operation, strong));

        var freed = await app.StreamFactAsync(app.Alpha, StreamSample.Deflection, client, "D-1", ("isCashable", "false"));

        var memo = Assert.Single(freed.List("memos"));
        Assert.Equal(("CAPACITY_FREED", 1400m), (memo.Text("reason"), memo.Amount("amount")));
        Assert.Equal((0m, 0m), await app.StreamAsync(app.Alpha, client, "SERVICE_SAVINGS"));
    }
}
