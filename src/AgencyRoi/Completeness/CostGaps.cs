using AgencyRoi.Database;
using AgencyRoi.Metrics;
using AgencyRoi.Metrics.Costs;

namespace AgencyRoi.Completeness;

/// <summary>
/// Whose return stands over a cost with gaps. Hours without a rate are a gap at once. A category of which nobody has said anything is one from the month on
/// that the client's cost is declared for: before anybody has begun to, the score tells what is missing, and a mark on every figure would say nothing.
/// </summary>
internal static class CostGaps
{
    public static async Task<IReadOnlySet<Guid>> OfAsync(
        DatabaseSession session,
        IReadOnlyCollection<Guid> clientIds,
        DateRange period,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var known = await CostKnowledge.LoadAsync(session, clientIds, CostHistory.Whole(period), cancellationToken);
        // The difference of a day between time zones is none to a month that is being closed.
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return clientIds.Where(client => HasGap(client, known.HistoryOf(client))).ToHashSet();

        bool HasGap(Guid client, CostHistory history) =>
            known
                .Of(client, CostHistory.Months(period, history.FirstMonth, DateOnly.MaxValue))
                .Cells.Any(entry =>
                    entry.State == CostCategoryState.RateMissing
                    || (entry.State == CostCategoryState.Missing && history.DeclaredFrom <= entry.Cell.Month && entry.Cell.Month <= today)
                );
    }
}
