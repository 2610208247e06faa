using AgencyRoi.Database;
using AgencyRoi.Errors;
using AgencyRoi.GraphQL.Binding;
using AgencyRoi.GraphQL.Binding.Mutations;
using AgencyRoi.GraphQL.Binding.Relay;
using AgencyRoi.Ledger;

namespace AgencyRoi.Subscriptions;

/// <summary>A subscription to take back.</summary>
/// <param name="Id">The subscription.</param>
/// <param name="Version">The subscription's version as you read it.</param>
internal sealed record RetractSubscriptionInput([property: ID<Subscription>] Guid Id, long Version);

[MutationType]
internal static class RetractSubscription
{
    /// <summary>Takes a subscription back: its entries are reversed on their own days, the subscription stays to be seen. Retracting twice changes nothing.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [UseMutationConvention(PayloadFieldName = "subscription")]
    public static Task<FieldResult<Subscription>> RetractSubscriptionAsync(
        RetractSubscriptionInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => RetractAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<Subscription>> RetractAsync(
        DatabaseSession session,
        RetractSubscriptionInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var found = await AgencyPaid.FindAsync<Subscription>(session, "subscription", input.Id, input.Version, cancellationToken);
        if (found.Failed(out var problem, out var subscription))
            return problem.Refuse<Subscription>();
        await LedgerHeads.LockAsync(session, [subscription.ClientId], cancellationToken);
        if (!subscription.Retract(now))
            return subscription;

        if (await session.TrySaveAsync(cancellationToken) is { } refused)
            return refused.Refuse<Subscription>();
        await LedgerWriter.PostAsync(session, [SubscriptionIntake.Posting(subscription, [])], session.Scope.Actor, cancellationToken);
        return subscription;
    }
}
