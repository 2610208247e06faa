using System.Globalization;

namespace AgencyRoi.Tests.RandomOperations;

/// <summary>
/// The rollups computed once more from nothing but the ledger's rows, by SQL of its own: it shares no line with the product's <c>check</c>.
/// </summary>
internal static class LedgerFromScratch
{
    private const string Sums =
        "quantity, client_amount, adjusted_amount, low_amount, high_amount, agency_amount, agency_adjusted_amount, agency_low_amount, agency_high_amount";

    private const string MonthKeys =
        "tenant_id, client_id, month, edition, viewpoint, side, line, value_stream, cost_category, grade, basis, method, method_version";

    private const string DayKeys =
        "tenant_id, client_id, day, edition, viewpoint, side, line, value_stream, cost_category, grade, basis, channel_id, campaign_id, goal_id, method, method_version";

    private const string YearToDateKeys = "tenant_id, client_id, month, viewpoint, kind";

    // An entry counts in its month and in each later one of its year.
    private const string EachLaterMonth =
        "generate_series(date_trunc('month', day::timestamp), date_trunc('year', day::timestamp) + interval '11 months', interval '1 month')::date as month";

    private const string TermsKeys =
        "tenant_id, client_id, day, source_kind, viewpoint, kind, channel_id, campaign_id, goal_id, method, method_version, currency, client_rate, agency_rate, unit_price, factor";

    private const string Kind = "concat_ws(':', line, coalesce(value_stream, cost_category), grade, basis) as kind";

    /// <summary>How many rows of the rollups are missing, too many or off.</summary>
    public static async Task<long> DifferencesAsync(TestDatabase database) =>
        await CountAsync(database, "ledger_months", MonthKeys, "date_trunc('month', day::timestamp)::date as month")
        + await CountAsync(database, "ledger_days", DayKeys, "day")
        + await CountAsync(database, "ledger_year_to_date", YearToDateKeys, $"{EachLaterMonth}, {Kind}")
        + await TermsAsync(database);

    /// <summary>Closings whose hash is not that of their document, by the server's own SHA-256.</summary>
    public static Task<long> WrongHashesAsync(TestDatabase database) =>
        NumberAsync(database, "select count(*) from app.period_closes where sha256(document) <> sha256");

    /// <summary>Units of which more than one whole is granted.</summary>
    public static Task<long> UnitsAboveOneAsync(TestDatabase database) =>
        NumberAsync(
            database,
            """
            with recursive one (tenant_id, client_id, unit, name) as (
              select tenant_id, client_id, unit, unit from app.claims
              union
              select o.tenant_id, o.client_id, o.unit, b.name
              from one o
                join app.claim_names a on (a.tenant_id, a.client_id, a.name) = (o.tenant_id, o.client_id, o.name)
                join app.claim_names b on (b.tenant_id, b.client_id, b.source_id) = (a.tenant_id, a.client_id, a.source_id)),
            of_unit as (select tenant_id, client_id, unit, min(name) as least from one group by 1, 2, 3)
            select count(*) from (
              select 1 from app.claims join of_unit using (tenant_id, client_id, unit) group by tenant_id, client_id, least having sum(granted) > 1) u
            """
        );

    public static Task<long> EntriesAsync(TestDatabase database) => NumberAsync(database, "select count(*) from app.ledger_entries");

    public static Task<long> ClosingsAsync(TestDatabase database) => NumberAsync(database, "select count(*) from app.period_closes");

    public static Task<long> DeadlocksAsync(TestDatabase database) =>
        NumberAsync(database, "select deadlocks from pg_stat_database where datname = current_database()");

    private static Task<long> CountAsync(TestDatabase database, string rollup, string keys, string start)
    {
        var sums = string.Join(", ", Sums.Split(", ").Select(name => $"sum({name}) as {name}"));
        var others = string.Join(", ", keys.Split(", ").Where(key => key is not ("day" or "month" or "kind")));
        return NumberAsync(
            database,
            $"""
            with ledger as (
              select {keys}, count(*) as entries, {sums} from (select {others}, {start}, {Sums} from app.ledger_entries) e group by {keys}),
            rollup as (select {keys}, entries, {Sums} from app.{rollup})
            select (select count(*) from (select * from ledger except select * from rollup) missing)
              + (select count(*) from (select * from rollup except select * from ledger) wrong)
            """
        );
    }

    // An entry and its reversal leave none that stands, and the row.
    private static Task<long> TermsAsync(TestDatabase database) =>
        NumberAsync(
            database,
            $"""
            with ledger as (
              select {TermsKeys}, count(*) filter (where not is_reversal) - count(*) filter (where is_reversal) as standing
              from (
                select e.*, {Kind}, original_currency as currency, reverses_line is not null as is_reversal,
                  (coalesce(inputs -> 'unitValue', inputs -> 'pricePerClick') #>> '{"{}"}')::numeric as unit_price, (inputs -> 'factor' #>> '{"{}"}')::numeric as factor
                from app.ledger_entries e) e
              group by {TermsKeys}),
            rollup as (select {TermsKeys}, standing from app.ledger_terms)
            select (select count(*) from (select * from ledger except select * from rollup) missing)
              + (select count(*) from (select * from rollup except select * from ledger) wrong)
            """
        );

    private static async Task<long> NumberAsync(TestDatabase database, string query) =>
        Convert.ToInt64(await database.AsSuperuserAsync(query), CultureInfo.InvariantCulture);
}
