using AgencyRoi.Metrics.Costs;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Records.Valuation;
using AgencyRoi.Terms.ExchangeRates;
using AgencyRoi.Terms.People;

namespace AgencyRoi.Records.TimeEntries;

/// <summary>Hours with the rates of their day and what they come to. Without a rate they come to nothing that could be posted, and that is a gap.</summary>
internal sealed record PricedTime(RoleClass Role, DatedRate? Rate, DatedRate? Overhead, IReadOnlyList<ValuedEntry> Lines)
{
    // The currency is the rate's and not the caller's: what the caller gave is the day.
    private static readonly string[] OccurredOn = ["input", "occurredOn"];

    /// <returns>An error when the agency has no exchange rate for the currency of the hour, or the amount is too large.</returns>
    public static IUserError? PriceOrError(
        TimeStatement time,
        RoleClass role,
        HourlyRates rates,
        PostingContext context,
        out PricedTime priced
    )
    {
        priced = new(role, null, null, []);
        if (rates.Labour(time.PersonId.Value, role, time.OccurredOn) is not { } rate)
            return null;

        var overhead = rates.Overhead(time.PersonId.Value, role, time.OccurredOn);
        if (context.RatesOrError(time.ClientId, rate.PerHour.CurrencyCode, time.OccurredOn, out var converted) is { } noRate)
            return noRate.At(OccurredOn);
        var convertedOverhead = LedgerRates.Same;
        if (overhead is not null)
            if (context.RatesOrError(time.ClientId, overhead.PerHour.CurrencyCode, time.OccurredOn, out convertedOverhead) is { } none)
                return none.At(OccurredOn);
        var fact = new TimeFact(
            time.ExternalReference,
            time.OccurredOn,
            time.Hours,
            role,
            rate.PerHour,
            overhead?.PerHour,
            time.Dimensions
        );
        var tooLarge = TooLarge.OrError("hours", () => TimeValuation.Value(fact, converted, convertedOverhead), out var entries);
        priced = new(role, rate, overhead, entries);
        return tooLarge;
    }
}
