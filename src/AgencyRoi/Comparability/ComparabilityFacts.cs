using AgencyRoi.Comparison;
using AgencyRoi.Database;
using AgencyRoi.Ledger;
using AgencyRoi.Metrics;
using AgencyRoi.Purposes;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Comparability;

/// <summary>The days of a period on which a client has entries.</summary>
internal readonly record struct DaysWithEntries(DateOnly First, DateOnly Last, long Count);

/// <summary>What has to be known of a comparison besides its figures, to say what they rest on.</summary>
internal sealed record ComparabilityFacts(
    ClientComparison Comparison,
    IReadOnlyDictionary<Guid, DaysWithEntries> Days,
    ILookup<Guid, RatesUsed> Rates,
    IReadOnlyList<DefinitionBreak> Breaks,
    DateTimeOffset Now
)
{
    private static readonly string DaysSql = EmbeddedSql.Read("Comparability.comparability_days.sql");
    private static readonly string RatesSql = EmbeddedSql.Read("Comparability.comparability_rates.sql");

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
            await BreaksAsync(session, comparison, cancellationToken),
            now
        );
    }

    private static async Task<Dictionary<Guid, DaysWithEntries>> DaysAsync(
        DatabaseSession session,
        SumScope scope,
        CancellationToken cancellationToken
    )
    {
        await using var command = session.Command(DaysSql).OverScope(session, scope);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var days = new Dictionary<Guid, DaysWithEntries>();
        while (await reader.ReadAsync(cancellationToken))
            days.Add(reader.GetGuid(0), new(reader.GetFieldValue<DateOnly>(1), reader.GetFieldValue<DateOnly>(2), reader.GetInt64(3)));
        return days;
    }

    private static async Task<ILookup<Guid, RatesUsed>> RatesAsync(
        DatabaseSession session,
        SumScope scope,
        CancellationToken cancellationToken
    )
    {
        await using var command = session.Command(RatesSql).OverScope(session, scope);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rates = new List<(Guid ClientId, RatesUsed Used)>();
        while (await reader.ReadAsync(cancellationToken))
            rates.Add((reader.GetGuid(0), new(reader.GetString(1), reader.GetInt64(2), reader.GetDecimal(3), reader.GetDecimal(4))));
        return rates.ToLookup(rate => rate.ClientId, rate => rate.Used);
    }

    private static async Task<IReadOnlyList<DefinitionBreak>> BreaksAsync(
        DatabaseSession session,
        ClientComparison comparison,
        CancellationToken cancellationToken
    )
    {
        var scope = comparison.Scope.Sums;
        var definitions = await session.Db.Set<KpiDefinition>().ToListAsync(cancellationToken);
        var breaks = DefinitionBreaks.In(definitions, scope.Period).ToList();
        if (breaks.Count == 0)
            return [];
        var ids = scope.ClientIds;
        var goals = await session.Db.Set<Goal>().Where(goal => ids.Contains(goal.ClientId)).ToListAsync(cancellationToken);
        var sums = await LedgerSums.ByAsync(session, scope, LedgerDimension.Goal, cancellationToken);
        var used = sums.Where(sum => sum.DimensionId is not null).Select(sum => sum.DimensionId!.Value).ToHashSet();
        return
        [
            .. breaks
                .Select(pair =>
                {
                    var measured = goals
                        .Where(goal => used.Contains(goal.Id) && pair.After.IsAbout(goal))
                        .Select(goal => goal.ClientId)
                        .ToHashSet();
                    return new DefinitionBreak(
                        pair.After.EffectiveFrom,
                        pair.Before,
                        pair.After,
                        [.. comparison.Found.Select(row => row.Client).Where(client => measured.Contains(client.Id))]
                    );
                })
                .Where(found => found.Clients.Count > 0)
                .OrderBy(found => found.On),
        ];
    }
}
