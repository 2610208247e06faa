using System.Text;

namespace AgencyRoi.Tests.RandomOperations;

/// <summary>What a client's ledger sums to, line by line and day by day, in a text that two clients with the same facts have in common.</summary>
internal static class LedgerSumsText
{
    private static readonly string[] Amounts =
    [
        "quantity",
        "client_amount",
        "adjusted_amount",
        "low_amount",
        "high_amount",
        "agency_amount",
        "agency_adjusted_amount",
        "agency_low_amount",
        "agency_high_amount",
    ];

    /// <summary>The id of a goal in a unit, which two clients never share, is left out; lines that come to nothing are left out: a fact that was taken back leaves them.</summary>
    public static async Task<string> OfAsync(TestDatabase database, TestAgency agency, string clientId) =>
        (string)
            (
                await database.AsSuperuserAsync(
                    $"""
                    select coalesce(string_agg(line, E'\n' order by line), '') from (
                      select concat_ws(' ', e.day, e.viewpoint, e.side, e.line, coalesce(e.value_stream, e.cost_category), e.grade, e.basis, regexp_replace(e.unit, '^(outcome|conversion):[0-9a-f-]+', 'goal'), h.name, k.name, g.name, '=',
                        {string.Join(", ", Amounts.Select(amount => $"trim_scale(sum(e.{amount}))"))}) as line
                      from app.ledger_entries e
                        left join app.channels h on h.tenant_id = e.tenant_id and h.id = e.channel_id
                        left join app.campaigns k on k.tenant_id = e.tenant_id and k.id = e.campaign_id
                        left join app.goals g on g.tenant_id = e.tenant_id and g.id = e.goal_id
                      where e.tenant_id = '{agency.Tenant.Id}' and e.client_id = '{KeyOf(clientId)}'
                      group by e.day, e.viewpoint, e.side, e.line, coalesce(e.value_stream, e.cost_category), e.grade, e.basis, regexp_replace(e.unit, '^(outcome|conversion):[0-9a-f-]+', 'goal'), h.name, k.name, g.name
                      having ({string.Join(", ", Amounts.Select(amount => $"sum(e.{amount})"))}) <> ({string.Join(
                        ", ",
                        Amounts.Select(_ => "0")
                    )})) s
                    """
                )
            )!;

    // An id is Base64 of its type and key.
    private static string KeyOf(string id) => Encoding.UTF8.GetString(Convert.FromBase64String(id)).Split(':')[1];
}
