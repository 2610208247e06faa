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
        var subscriptions = session.Db.Set<Subscription>().Where(row => row.From >= scope.From);
        var postings = new List<FactPosting>();
        foreach (var subscription in await scope.Counted(subscriptions).ToListAsync(cancellationToken))
            if (SubscriptionValue.OrError(subscription, scope.Context, out var entries) is null)
                postings.Add(subscription.Post(entries));
        return postings;
    }
}
