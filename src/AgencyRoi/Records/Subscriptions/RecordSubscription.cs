using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Terms.ExchangeRates;

namespace AgencyRoi.Records.Subscriptions;

/// <summary>A payment for the use of a platform over a term.</summary>
/// <param name="ClientId">The client it is for; the house account's id when the whole agency uses it.</param>
/// <param name="Name">The platform or tool, at most 200 characters.</param>
/// <param name="StartsOn">The first day of the term.</param>
/// <param name="EndsOn">The last day of the term, at most three years later.</param>
/// <param name="Amount">For the whole term, net of tax, zero or above.</param>
/// <param name="Currency">ISO 4217. It is converted at the rate of the term's first day.</param>
/// <param name="PaidBy">Who paid: the client, or the agency.</param>
/// <param name="ExternalReference">Its key in another system. Sent again with the same content it changes nothing; with other content it is a correction.</param>
/// <param name="ExpectNew">Whether it is new: its external reference, when known with other content, is then refused instead of taken as a correction.</param>
internal sealed record RecordSubscriptionInput(
    [property: ID<Client>] Guid ClientId,
    string Name,
    DateOnly StartsOn,
    DateOnly EndsOn,
    decimal Amount,
    string Currency,
    PaidBy PaidBy,
    [property: Key] string? ExternalReference = null,
    bool ExpectNew = false
);

[MutationType]
internal static partial class RecordSubscription
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
    [UseMutationConvention(PayloadFieldName = "subscription")]
    [Error<AlreadyExistsError>]
    public static Task<FieldResult<Subscription>> RecordSubscriptionAsync(
        RecordSubscriptionInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => RecordAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static Task<FieldResult<Subscription>> RecordAsync(
        DatabaseSession session,
        RecordSubscriptionInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var statement = new SubscriptionStatement(
            input.ClientId,
            input.ExternalReference ?? FactReference.New(now),
            input.Name,
            input.StartsOn,
            input.EndsOn,
            input.Amount,
            input.Currency,
            input.PaidBy
        );
        return OneFact.StoreAsync(
            session,
            statement,
            SubscriptionChecks.Apply,
            SubscriptionIntake.StoreAsync,
            new RecordingOptions(now, input.ExpectNew),
            cancellationToken
        );
    }
}
