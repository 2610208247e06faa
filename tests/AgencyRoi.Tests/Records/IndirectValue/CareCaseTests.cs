using AgencyRoi.Tests.Isolation;
using AgencyRoi.Tests.Recording.Imports;
using AgencyRoi.Tests.Reports.Periods;

namespace AgencyRoi.Tests.Records.IndirectValue;

/// <summary>A complaint in public that was answered badly or not at all loses value, over the API and by file alike.</summary>
public sealed class CareCaseTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    // 5,000 witnesses of whom 9 % are fake, a tenth saw it, a fifth of them are customers, 0.01 of retention at a margin of 50: 45.50.
    [Theory]
    [InlineData("", "0", "0.01", -45.50)]
    [InlineData("24", "0.3", "0.01", -31.85)]
    [InlineData("24", "1", "0.01", 0)]
    [InlineData("", "0", "", 0)]
    public async Task A_case_answered_badly_loses_value_by_retention_lost_and_has_none_where_nobody_measured_it(
        string hours,
        string fairness,
        string lost,
        double value
    )
    {
        var client = await app.ClientAsync(app.Alpha, "Complaints");
        var header =
            "client,external_reference,date,currency,hours_to_answer,target_hours,fairness,sentiment_before,sentiment_after,witness_audience,audit_sample,"
            + "audit_inauthentic,seen_share,customer_share,retention_gain,margin,retention_lost";
        var row = $"{client},case,2025-03-10,USD,{hours},24,{fairness},-0.5,-0.5,5000,200,18,0.1,0.2,0.02,50,{lost}";
        (string, string)[] changes =
        [
            ("hoursToAnswer", Or(hours)),
            ("fairness", fairness),
            ("sentimentBefore", "-0.5"),
            ("sentimentAfter", "-0.5"),
            ("witnessAudience", "5000"),
            ("auditSample", "200"),
            ("auditInauthentic", "18"),
            ("customerShare", "0.2"),
            ("margin", "50"),
            ("retentionLost", Or(lost)),
        ];

        var fact = await app.StreamFactAsync(app.Alpha, StreamSample.CareCase, client, "case", changes);
        var recorded = (await app.StreamAsync(app.Alpha, client, "REPUTATION")).Value;
        var report = await app.ImportAsync(app.Alpha.StaffToken, "care-cases", header + "\n" + row + "\n");

        Assert.Equal((decimal)value, recorded);
        Assert.Equal(1L, report.Long("unchanged"));
        var memos = fact.List("memos");
        Assert.Equal(lost == "" ? ["NO_RETENTION_LOST "] : [], memos.Select(memo => $"{memo.Text("reason")} {memo.GetProperty("amount")}"));

        static string Or(string number) => number == "" ? "null" : number;
    }

    [Fact]
    public async Task A_case_that_was_recorded_before_stays_as_posted_until_it_is_valued_again()
    {
        var client = await app.ClientAsync(app.Alpha, "Recorded before");
        var fact = await app.StreamFactAsync(app.Alpha, StreamSample.CareCase, client, "case");
        var id = IsolationWorld.KeyOf(fact.Text("id"));
        // As the first version left it: a gain, although the case ended less than half fairly.
        await app.Database.AsSuperuserAsync($"update app.ledger_entries set method_version = 1 where source_id = '{id}'");
        await app.Database.AsSuperuserAsync(
            $$"""update app.stream_facts set content = content || '{"fairness":0.4,"retentionLost":0.01}' where id = '{{id}}'"""
        );

        Assert.Equal((80m, 20m), await app.StreamAsync(app.Alpha, client, "REPUTATION"));
        var preview = await app.RevalueAsync(client, preview: true);
        Assert.Equal((80m, 20m), await app.StreamAsync(app.Alpha, client, "REPUTATION"));
        await app.RevalueAsync(client);

        // 8,000 real witnesses x 0.1 x 0.05 x 0.01 x 100 x (1 - 1 x 0.4).
        var line = Assert.Single(preview.GetProperty("entries").List("nodes"));
        Assert.Equal((80m, -24m), (line.Amount("posted"), line.Amount("revalued")));
        Assert.Equal((-24m, -6m), await app.StreamAsync(app.Alpha, client, "REPUTATION"));
        Assert.Equal(0, (await app.RevalueAsync(client)).GetProperty("factCount").GetInt32());
    }
}
