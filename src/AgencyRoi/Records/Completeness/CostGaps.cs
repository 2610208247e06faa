using AgencyRoi.Metrics.Costs;
using AgencyRoi.Platform.Database;

namespace AgencyRoi.Records.Completeness;

/// <summary>
/// What the cost of some clients lacks in one viewpoint. Two things are told apart: cost that is known to be missing, and categories of which nobody has said
/// anything. The second are worth a word from the month on that the client's cost is declared for: before anybody has begun to, the score tells what is
/// missing, and a mark on every figure would say nothing.
/// </summary>
internal sealed class CostGaps
{
    private readonly CostKnowledge known;
    private readonly DateOnly today;

    private CostGaps(CostKnowledge known, DateOnly today) => (this.known, this.today) = (known, today);

    /// <param name="period">Around all periods that are asked for.</param>
    public static BatchQuery<CostGaps> Query(
        DatabaseSession session,
        IReadOnlyCollection<ClientId> clientIds,
        DateRange period,
        Viewpoint viewpoint,
        DateTimeOffset now
    ) =>
        // The difference of a day between time zones is none to a month that is being closed.
        CostKnowledge
            .Query(session, clientIds, CostHistory.Whole(period), viewpoint)
            .Select(known => new CostGaps(known, DateOnly.FromDateTime(now.UtcDateTime)));

    /// <summary>Hours were worked, and nobody has said what they cost.</summary>
    public IEnumerable<CostCell> Missing(ClientId clientId, DateRange period) =>
        CellsOf(clientId, period).Where(entry => entry.State == CostCategoryState.RateMissing).Select(entry => entry.Cell);

    /// <summary>Nobody has said whether there was any.</summary>
    public IEnumerable<CostCell> Undeclared(ClientId clientId, DateRange period)
    {
        var declaredFrom = known.HistoryOf(clientId).DeclaredFrom;
        return CellsOf(clientId, period)
            .Where(entry => entry.State == CostCategoryState.Missing && declaredFrom <= entry.Cell.Month && entry.Cell.Month <= today)
            .Select(entry => entry.Cell);
    }

    private IReadOnlyList<(CostCell Cell, CostCategoryState State)> CellsOf(ClientId clientId, DateRange period) =>
        known.Of(clientId, CostHistory.Months(period, known.HistoryOf(clientId).FirstMonth, DateRange.NoEnd)).Cells;
}
