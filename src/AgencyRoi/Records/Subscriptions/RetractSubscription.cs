using AgencyRoi.Ledger.Entries;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Subscriptions;

/// <summary>A subscription to take back.</summary>
/// <param name="Id">The subscription.</param>
/// <param name="Version">The subscription's version as you read it.</param>
internal sealed record RetractSubscriptionInput([property: ID<Subscription>] Guid Id, long Version);

[MutationType]
internal static partial class RetractSubscription
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
    ) =>
        database.RunAsync(
            async (session, token) =>
            {
                var found = await AgencyPaid.FindAsync<Subscription>(session, "subscription", input.Id, input.Version, token);
                return await session.RetractAsync(found, SubscriptionIntake.Posting, time.GetUtcNow(), token);
            },
            cancellationToken
        );
}
