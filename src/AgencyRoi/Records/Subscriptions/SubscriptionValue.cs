using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Records.Valuation;

namespace AgencyRoi.Records.Subscriptions;

internal static class SubscriptionValue
{
    /// <summary>What a stored subscription comes to, cancelled or not.</summary>
    /// <returns>An error when the agency has no exchange rate for the term's first day, or the amount is too large.</returns>
    public static IUserError? OrError(Subscription subscription, PostingContext context, out IReadOnlyList<ValuedEntry> entries)
    {
        entries = [];
        return context.RatesOrError(subscription.ClientId, subscription.Currency, subscription.From, out var rates) is { } noRate
            ? noRate
            : TooLarge.OrError("amount", () => SubscriptionValuation.Value(subscription.Fact(), rates), out entries);
    }
}
