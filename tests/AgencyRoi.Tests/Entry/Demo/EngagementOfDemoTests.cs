using System.Globalization;

namespace AgencyRoi.Tests.Entry.Demo;

/// <summary>The made-up engagement of one client of the demo, calculated again from its rows by other statements.</summary>
[Collection(nameof(AskedDemo))]
public sealed class EngagementOfDemoTests(AskedDemo demo)
{
    private const string Of = "join app.clients l on l.id = x.client_id and l.external_reference = 'alder-outfitters'";
    private const string In2025 = "between date '2025-01-01' and date '2025-12-31'";

    [Fact]
    public async Task Ratios_of_people_are_those_of_their_rows()
    {
        var figures = await EngagementAsync(
            "totals { activationRate { value } repeatInteraction { value } amplifiedReachShare { value } netNewReachShare { value } }"
        );

        var expected = await RowAsync(
            $"""
            select concat_ws(' ', round(sum(x.active_people) / sum(a.real), 6), round(sum(x.repeatedly_active_people) / sum(x.active_people), 6),
              round(sum(x.people_reached_by_amplification) / sum(x.reached_people), 6), round(sum(x.reached_non_followers) / sum(x.reached_people), 6))
            from app.audience_activities x {Of}
            join lateral (
              select u.gross_followers * (1 - u.inauthentic / u.sample) as real from app.audience_audits u
              where u.channel_id = x.channel_id and u.occurred_on <= (x.month + interval '1 month - 1 day')::date
              order by u.occurred_on desc limit 1) a on true
            where x.month {In2025}
            """
        );
        Assert.Equal(
            expected,
            Values(figures.GetProperty("totals"), "activationRate", "repeatInteraction", "amplifiedReachShare", "netNewReachShare")
        );
    }

    [Fact]
    public async Task Ratios_of_interactions_are_those_of_their_rows()
    {
        var figures = await EngagementAsync("totals { amplificationRate { value } closedLoopShare { value } }");

        var expected = await RowAsync(
            $"""
            select concat_ws(' ', round(sum(x.quantity) filter (where x.kind in ('SHARE', 'MENTION', 'COMMENT', 'REPLY')) / sum(x.quantity), 6),
              round(1 - sum(x.with_onward_step) / sum(case when x.with_onward_step >= 0 then x.quantity end), 6))
            from app.interaction_counts x {Of}
            where x.kind not in ('VIEW') and x.occurred_on {In2025}
            """
        );
        Assert.Equal(expected, Values(figures.GetProperty("totals"), "amplificationRate", "closedLoopShare"));
    }

    /// <summary>A contact is known since its first stage, by whichever of those that are one person it was said.</summary>
    [Fact]
    public async Task Contacts_and_known_accounts_are_those_that_their_stages_tell()
    {
        var figures = await EngagementAsync(
            "database { contactCountBefore contactCount overlap { numerator } ownedDataShare { numerator } }"
        );

        var expected = await RowAsync(
            $"""
            with first as (
              select x.kept_id, min(s.occurred_on) as day
              from app.contacts x {Of}
              join app.contact_stages s on s.contact_id = x.id and s.retracted_at is null
              group by x.kept_id
            )
            select concat_ws(' ', count(*) filter (where f.day < '2025-01-01'), count(*) filter (where f.day < '2026-01-01'),
              (select count(*) from app.contact_keys x {Of} where x.kind = 'HANDLE' and x.network_code = 'INSTAGRAM'),
              (select count(distinct c.kept_id) from app.contact_legal_bases x {Of} join app.contacts c on c.id = x.contact_id
               where x.retracted_at is null and x.effective_from < '2026-01-01' and x.ended_from is null))
            from first f
            """
        );
        var database = figures.GetProperty("database");
        Assert.Equal(
            expected,
            string.Join(
                ' ',
                database.GetProperty("contactCountBefore"),
                database.GetProperty("contactCount"),
                database.GetProperty("overlap").GetProperty("numerator"),
                database.GetProperty("ownedDataShare").GetProperty("numerator")
            )
        );
    }

    private async Task<System.Text.Json.JsonElement> EngagementAsync(string fields)
    {
        var answer = await demo.QueryAsync(
            demo.Agencies[0].Tokens.Owner,
            $$"""
            { clients(where: { externalReference: { eq: "alder-outfitters" } }) {
              nodes { engagement(period: { from: "2025-01-01", to: "2026-01-01" }) { {{fields}} } } } }
            """
        );
        return answer.GetProperty("clients").List("nodes").Single().GetProperty("engagement");
    }

    private async Task<string> RowAsync(string statement) => (string)(await demo.Loaded.Database.AsSuperuserAsync(statement))!;

    private static string Values(System.Text.Json.JsonElement figures, params string[] names) =>
        string.Join(
            ' ',
            names.Select(name =>
                figures.GetProperty(name).GetProperty("value").GetDecimal().ToString("0.000000", CultureInfo.InvariantCulture)
            )
        );
}
