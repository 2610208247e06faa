using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Subscriptions;

internal static class SubscriptionChecks
{
    private const int LongestTermInDays = 3 * 366;

    /// <summary>What holds for a subscription however it is written.</summary>
    public static void Apply(FactChecks checks, SubscriptionStatement subscription)
    {
        checks.Text(subscription.Name, "name");
        checks.Amount(subscription.Amount, "amount");
        checks.Payable(subscription.Amount, subscription.Currency, "amount");
        checks.Currency(subscription.Currency);
        checks.Agreed(subscription.StartsOn, "startsOn");
        checks.Days(subscription.StartsOn, subscription.EndsOn);
        checks.Require(
            subscription.EndsOn.DayNumber - subscription.StartsOn.DayNumber < LongestTermInDays,
            "endsOn",
            "A term has at most three years; a longer one is several."
        );
        checks.OwnKey(subscription.ExternalReference);
    }
}
