using AgencyRoi.Metrics.Comparison;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Rows;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Terms.ReportingDelays;

/// <summary>All delays of one agency.</summary>
internal sealed class ReportingDelays(IReadOnlyList<ReportingDelay> delays)
{
    private readonly ILookup<FigureSource, ReportingDelay> delays = delays.ToLookup(delay => delay.Of);

    public static async Task<ReportingDelays> LoadAsync(DatabaseSession session, CancellationToken cancellationToken) =>
        new(await session.Db.Set<ReportingDelay>().AsNoTracking().ToListAsync(cancellationToken));

    /// <summary>The delays of a source by their days; before the first one the product's own.</summary>
    public IReadOnlyList<DatedDelay> Of(FigureSource source) =>
        [
            DatedDelay.FromTheBeginning(source.UsualDays),
            .. delays[source].InTurn().Select(delay => new DatedDelay(delay.EffectiveFrom, delay.Days)),
        ];
}
