using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Terms.ExchangeRates;

namespace AgencyRoi.Records.Subscriptions;

/// <summary>A payment for the use of a platform over a term.</summary>
internal sealed record RecordToolSubscriptionInput : RecordInput<SubscriptionStatement>;

/// <summary>A correction of a subscription. Fields that are not given stay as they are.</summary>
/// <param name="Id">The subscription.</param>
/// <param name="Version">The subscription's version as you read it.</param>
internal sealed record CorrectToolSubscriptionInput(
    [property: ID<Subscription>] Guid Id,
    long Version,
    [property: Inline] Changes<SubscriptionStatement> Changes
);

/// <summary>A subscription to take back.</summary>
/// <param name="Id">The subscription.</param>
/// <param name="Version">The subscription's version as you read it.</param>
internal sealed record RetractToolSubscriptionInput([property: ID<Subscription>] Guid Id, long Version);

[MutationType]
internal static partial class SubscriptionMutations
{
    /// <summary>
    /// Records a subscription and posts it to the ledger by the day: a term paid in advance never hits one month. To repeat it safely, give it an
    /// external reference: sent again with the same content it changes nothing.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<NoExchangeRateError>]
    [Error<ForbiddenError>]
    [Error<AlreadyExistsError>]
    public static Task<FieldResult<Subscription>> RecordToolSubscriptionAsync(
        RecordToolSubscriptionInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => SubscriptionRecording.Instance.RecordAsync(input, database, time, cancellationToken);

    /// <summary>
    /// Corrects a subscription: the old entries are reversed and new ones are posted. One that was cancelled or retracted runs its whole term
    /// again, unless nothing is different.
    /// </summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<NoExchangeRateError>]
    [Error<ForbiddenError>]
    public static Task<FieldResult<Subscription>> CorrectToolSubscriptionAsync(
        CorrectToolSubscriptionInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => SubscriptionRecording.Instance.CorrectAsync(new(input.Id, input.Version), input.Changes, database, time, cancellationToken);

    /// <summary>Takes a subscription back: its entries are reversed on their own days, the subscription stays to be seen. Retracting twice changes nothing.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    public static Task<FieldResult<Subscription>> RetractToolSubscriptionAsync(
        RetractToolSubscriptionInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => SubscriptionRecording.Instance.RetractAsync(new(input.Id, input.Version), database, time, cancellationToken);
}
