using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Terms.ExchangeRates;

/// <summary>No exchange rate of the agency holds on that day for these two currencies. Set one, then repeat; nothing was written.</summary>
/// <param name="From">ISO 4217: the currency of the amount.</param>
/// <param name="To">ISO 4217: the currency that it is needed in.</param>
/// <param name="Day">The day of the fact.</param>
/// <param name="Path">The way to the offending argument.</param>
internal sealed record NoExchangeRateError(string From, string To, DateOnly Day, IReadOnlyList<string>? Path) : IUserError
{
    internal NoExchangeRateError(string from, string to, DateOnly day)
        : this(from, to, day, ["input", "currency"]) { }

    public string Message =>
        $"There is no exchange rate from {From} to {To} on the day of the fact: set one with setExchangeRate, then repeat.";
    public ErrorCode Code => ErrorCode.NoExchangeRate;
}
