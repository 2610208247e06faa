using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Posting;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Records.Valuation;
using AgencyRoi.Terms.ExchangeRates;

namespace AgencyRoi.Records.Subscriptions;

/// <summary>A subscription that ends early.</summary>
/// <param name="Id">The subscription.</param>
/// <param name="Version">The subscription's version as you read it.</param>
/// <param name="CancelledFrom">The first day on which it is no longer used: after the first day of the term, and at most its end.</param>
/// <param name="Paid">What it cost in the end, after what the supplier gave back; at most the amount of the term. Without it, what the days used cost.</param>
internal sealed record CancelToolSubscriptionInput(
    [property: ID<Subscription>] Guid Id,
    long Version,
    DateOnly CancelledFrom,
    decimal? Paid = null
);

[MutationType]
internal static partial class CancelToolSubscription
{
    /// <summary>Ends a subscription early: what was posted is reversed, and what it cost in the end is spread over the days it was used.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<NoExchangeRateError>]
    public static Task<FieldResult<Subscription>> CancelToolSubscriptionAsync(
        CancelToolSubscriptionInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => CancelAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<Subscription>> CancelAsync(
        DatabaseSession session,
        CancelToolSubscriptionInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var found = await AgencyPaid.FindAsync<Subscription>(session, "subscription", input.Id, input.Version, cancellationToken);
        if (found.Failed(out var problem, out var subscription))
            return problem.Refuse<Subscription>();
        var checks = new InputChecks();
        checks.Require(
            subscription.From < input.CancelledFrom && input.CancelledFrom <= subscription.To,
            "cancelledFrom",
            "It is used on the first day of its term at least, and not after its end."
        );
        checks.Require(subscription.RetractedAt is null, "id", "A subscription that was taken back cannot be cancelled.");
        if (input.Paid is { } paid)
        {
            checks.Amount(paid, "paid");
            checks.Payable(paid, subscription.Currency, "paid");
            checks.Require(paid <= subscription.Amount, "paid", "What it cost in the end is at most the amount of the term.");
        }
        if (!checks.Passed)
            return checks.Refuse<Subscription>();

        var context = await PostingContext.LockAndReadAsync(session, [(subscription.ClientId, subscription.From)], cancellationToken);
        subscription.Cancel(input.CancelledFrom, input.Paid, now);
        if (SubscriptionValue.OrError(subscription, context, out var entries) is { } error)
            return error.Refuse<Subscription>();
        if (await session.SaveOrErrorAsync(cancellationToken) is { } refused)
            return refused.Refuse<Subscription>();
        await LedgerWriter.PostAsync(session, [subscription.Post(entries)], session.Scope.Actor, cancellationToken);
        return subscription;
    }
}
