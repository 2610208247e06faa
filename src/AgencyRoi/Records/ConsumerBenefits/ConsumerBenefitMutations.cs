using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Terms.ExchangeRates;

namespace AgencyRoi.Records.ConsumerBenefits;

/// <summary>A benefit that people got from the client.</summary>
internal sealed record RecordConsumerBenefitInput : RecordInput<ConsumerBenefitStatement>;

/// <summary>A correction of a benefit to consumers. Fields that are not given stay as they are.</summary>
/// <param name="Id">The benefit.</param>
/// <param name="Version">The benefit's version as you read it.</param>
internal sealed record CorrectConsumerBenefitInput(
    [property: ID<ConsumerBenefit>] Guid Id,
    long Version,
    [property: Inline] Changes<ConsumerBenefitStatement> Changes
);

/// <summary>A benefit to consumers to take back.</summary>
/// <param name="Id">The benefit.</param>
/// <param name="Version">The benefit's version as you read it.</param>
internal sealed record RetractConsumerBenefitInput([property: ID<ConsumerBenefit>] Guid Id, long Version);

[MutationType]
internal static partial class ConsumerBenefitMutations
{
    /// <summary>
    /// Records coupons, time or another benefit that people got from the client on a day. It moves no return: record what a coupon costs the client as a cost, or the sale at the
    /// lower price. Safe to send twice with an external reference.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<NoExchangeRateError>]
    [Error<AlreadyExistsError>]
    [Error<ConflictError>]
    public static Task<FieldResult<ConsumerBenefit>> RecordConsumerBenefitAsync(
        RecordConsumerBenefitInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => ConsumerBenefit.Recording.RecordAsync(input, database, time, cancellationToken);

    /// <summary>Corrects a benefit to consumers: every figure is made of what it says now. A retracted one counts again.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<NoExchangeRateError>]
    public static Task<FieldResult<ConsumerBenefit>> CorrectConsumerBenefitAsync(
        CorrectConsumerBenefitInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => ConsumerBenefit.Recording.CorrectAsync(new(input.Id, input.Version), input.Changes, database, time, cancellationToken);

    /// <summary>Takes a benefit to consumers back: it is in no figure, and it stays to be seen. Retracting twice changes nothing.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    public static Task<FieldResult<ConsumerBenefit>> RetractConsumerBenefitAsync(
        RetractConsumerBenefitInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => ConsumerBenefit.Recording.RetractAsync(new(input.Id, input.Version), database, time, cancellationToken);
}
