using AgencyRoi.Ledger.Sums;
using AgencyRoi.Metrics.Costs;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Records.Completeness;
using AgencyRoi.Reports.ReportingLag;
using AgencyRoi.Returns.Comparison;

namespace AgencyRoi.Reports.Comparability;

/// <summary>The days of a period on which a client has entries.</summary>
internal readonly record struct DaysWithEntries(DateOnly First, DateOnly Last, long Count);

/// <summary>The facts about a comparison that say what its figures rest on.</summary>
internal sealed record ComparabilityFacts(
    ClientComparison Comparison,
    IReadOnlyDictionary<ClientId, DaysWithEntries> Days,
    ILookup<ClientId, RatesUsed> Rates,
    IReadOnlyList<DefinitionBreak> Breaks,
    CostKnowledge Costs,
    SettledDays Settled,
    DateTimeOffset Now
)
{
    private static readonly string DaysSql = EmbeddedSql.Read("Reports.Comparability.comparability_days.sql");
    private static readonly string RatesSql = EmbeddedSql.Read("Reports.Comparability.comparability_rates.sql");

    /// <summary>The state of knowledge of a client's cost in the months of the period that can be judged by now.</summary>
    public CostCompleteness CompletenessOf(Client client)
    {
        var today = Calendar.DayIn(client.TimeZone, Now);
        return Costs.Of(client.Id, CostHistory.Months(Comparison.Scope.Sums.Period, Costs.HistoryOf(client.Id).FirstMonth, today));
    }

    public DateOnly? ProvisionalFrom(Client client) => Settled.From(Comparison.Scope.Sums with { ClientIds = [client.Id] });

    /// <summary>The categories of which nobody has said anything in some month, by their codes.</summary>
    public IEnumerable<string> UntoldOf(Client client) =>
        CompletenessOf(client)
            .Cells.Where(cell => cell.State == CostCategoryState.Missing)
            .Select(cell => cell.Cell.Category)
            .Distinct()
            .Order()
            .Select(EnumCode.Of);

    public static async Task<ComparabilityFacts> LoadAsync(
        DatabaseSession session,
        ClientComparison comparison,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var scope = comparison.Scope.Sums;
        return new(
            comparison,
            await DaysAsync(session, scope, cancellationToken),
            await RatesAsync(session, scope, cancellationToken),
            await DefinitionBreaks.LoadAsync(session, scope, [.. comparison.Found.Select(row => row.Client)], cancellationToken),
            await CostKnowledge.LoadAsync(session, scope.ClientIds, CostHistory.Whole(scope.Period), scope.Viewpoint, cancellationToken),
            await SettledDays.LoadAsync(session, scope.ClientIds, now, cancellationToken),
            now
        );
    }

    private static async Task<Dictionary<ClientId, DaysWithEntries>> DaysAsync(
        DatabaseSession session,
        SumScope scope,
        CancellationToken cancellationToken
    )
    {
        await using var command = session.Command(DaysSql).OverScope(session, scope);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var days = new Dictionary<ClientId, DaysWithEntries>();
        while (await reader.ReadAsync(cancellationToken))
            days.Add(
                reader.GetId<ClientId>(0),
                new(reader.GetFieldValue<DateOnly>(1), reader.GetFieldValue<DateOnly>(2), reader.GetInt64(3))
            );
        return days;
    }

    private static async Task<ILookup<ClientId, RatesUsed>> RatesAsync(
        DatabaseSession session,
        SumScope scope,
        CancellationToken cancellationToken
    )
    {
        await using var command = session.Command(RatesSql).OverScope(session, scope);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rates = new List<(ClientId ClientId, RatesUsed Used)>();
        while (await reader.ReadAsync(cancellationToken))
            rates.Add(
                (reader.GetId<ClientId>(0), new(reader.GetString(1), reader.GetInt64(2), reader.GetDecimal(3), reader.GetDecimal(4)))
            );
        return rates.ToLookup(rate => rate.ClientId, rate => rate.Used);
    }
}
