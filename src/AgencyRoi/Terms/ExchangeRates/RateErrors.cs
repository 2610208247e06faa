using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Terms.ExchangeRates;

internal static class RateErrors
{
    /// <summary>The same error at another field, for a caller who did not give the currency.</summary>
    public static IUserError At(this IUserError error, params string[] path) =>
        error switch
        {
            NoExchangeRateError noRate => noRate with { Path = path },
            BadInputError badInput => badInput with { Path = path },
            _ => error,
        };
}
