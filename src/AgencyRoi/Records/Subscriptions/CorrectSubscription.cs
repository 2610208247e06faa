using AgencyRoi.Ledger.Entries;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Terms.ExchangeRates;

namespace AgencyRoi.Records.Subscriptions;

/// <summary>A correction of a subscription. Fields that are not given stay as they are.</summary>
/// <param name="Id">The subscription.</param>
/// <param name="Version">The subscription's version as you read it.</param>
/// <param name="Name">The platform or tool, at most 200 characters.</param>
/// <param name="StartsOn">The first day of the term.</param>
/// <param name="EndsOn">The last day of the term.</param>
/// <param name="Amount">For the whole term, net of tax, zero or above.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="PaidBy">Who paid.</param>
internal sealed record CorrectSubscriptionInput(
    [property: ID<Subscription>] Guid Id,
    long Version,
    string? Name = null,
    DateOnly? StartsOn = null,
    DateOnly? EndsOn = null,
    decimal? Amount = null,
    string? Currency = null,
    PaidBy? PaidBy = null
);

[MutationType]
internal static partial class CorrectSubscription
{
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
    [UseMutationConvention(PayloadFieldName = "subscription")]
    public static Task<FieldResult<Subscription>> CorrectSubscriptionAsync(
        CorrectSubscriptionInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => CorrectAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<Subscription>> CorrectAsync(
        DatabaseSession session,
        CorrectSubscriptionInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var found = await AgencyPaid.FindAsync<Subscription>(session, "subscription", input.Id, input.Version, cancellationToken);
        if (found.Failed(out var problem, out var subscription))
            return problem.Refuse<Subscription>();

        var old = subscription.Content;
        var statement = old with
        {
            Name = input.Name ?? old.Name,
            StartsOn = input.StartsOn ?? old.StartsOn,
            EndsOn = input.EndsOn ?? old.EndsOn,
            Amount = input.Amount ?? old.Amount,
            Currency = input.Currency ?? old.Currency,
            PaidBy = input.PaidBy ?? old.PaidBy,
        };
        return await OneFact.StoreAsync(
            session,
            statement,
            SubscriptionChecks.Apply,
            SubscriptionIntake.StoreAsync,
            new RecordingOptions(now, IsCorrection: true),
            cancellationToken
        );
    }
}
