using AgencyRoi.Ledger.Entries;
using AgencyRoi.Platform.Database;
using AgencyRoi.Records.Valuation;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Subscriptions;

/// <summary>Subscriptions at the exchange rate that now holds on the first day of their terms.</summary>
internal sealed class SubscriptionRevaluation : IRevaluation
{
    public IReadOnlyList<SourceKind> Kinds { get; } = [SourceKind.Subscription];

    public async Task<IReadOnlyList<FactPosting>> ValueAgainAsync(
        DatabaseSession session,
        RevaluationScope scope,
        CancellationToken cancellationToken
    )
    {
        var subscriptions = await session
            .Db.Set<Subscription>()
            .AsNoTracking()
            .Where(row => scope.ClientIds.Contains(row.ClientId) && row.StartsOn >= scope.From && row.RetractedAt == null)
            .ToListAsync(cancellationToken);
        var postings = new List<FactPosting>(subscriptions.Count);
        foreach (var subscription in subscriptions)
            if (SubscriptionValue.OrError(subscription, scope.Context, out var entries) is null)
                postings.Add(subscription.Post(entries));
        return postings;
    }
}
