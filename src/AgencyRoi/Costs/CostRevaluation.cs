using AgencyRoi.Database;
using AgencyRoi.Intake;
using AgencyRoi.Ledger;
using AgencyRoi.Metrics.Valuation;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Costs;

/// <summary>Costs at the exchange rates that now hold on their days.</summary>
internal sealed class CostRevaluation : IRevaluation
{
    public async Task<IReadOnlyList<FactPosting>> ValueAgainAsync(
        DatabaseSession session,
        Guid clientId,
        DateOnly from,
        IReadOnlyList<FactPosting> revalued,
        CancellationToken cancellationToken
    )
    {
        var costs = await session
            .Db.Set<Cost>()
            .AsNoTracking()
            .Where(cost => cost.ClientId == clientId && cost.OccurredOn >= from && cost.RetractedAt == null)
            .ToListAsync(cancellationToken);
        if (costs.Count == 0)
            return [];
        var books = await ClientBooks.LookAsync(session, [.. costs.Select(cost => (clientId, cost.OccurredOn))], cancellationToken);

        var postings = new List<FactPosting>(costs.Count);
        foreach (var cost in costs)
            if (books.TryRates(clientId, cost.Currency, cost.OccurredOn, out var rates) is null)
                postings.Add(CostIntake.Posting(cost, CostEntryValuation.Value(cost.Content.Fact(), rates)));
        return postings;
    }
}
