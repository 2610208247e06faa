using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Posting;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Recording.Facts;

/// <summary>How a mutation takes a fact back that nothing else depends on. Twice changes nothing.</summary>
internal static class Retraction
{
    /// <param name="posting">What the ledger is given for it.</param>
    public static async Task<FieldResult<T>> RetractAsync<T>(
        this DatabaseSession session,
        Found<T> found,
        Func<T, IReadOnlyList<ValuedEntry>, FactPosting> posting,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
        where T : PostedFact
    {
        if (found.Failed(out var problem, out var fact))
            return problem.Refuse<T>();
        await LedgerHeads.LockAsync(session, [fact.ClientId], cancellationToken);
        if (!fact.Retract(now))
            return fact;

        if (await session.SaveOrErrorAsync(cancellationToken) is { } refused)
            return refused.Refuse<T>();
        await LedgerWriter.PostAsync(session, [posting(fact, [])], session.Scope.Actor, cancellationToken);
        return fact;
    }
}
