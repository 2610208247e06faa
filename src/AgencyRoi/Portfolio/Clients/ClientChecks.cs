using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Portfolio.Clients;

internal static class ClientChecks
{
    /// <summary>The rules for a client, however it is written; null means that the value is not given.</summary>
    public static void Apply(
        InputChecks checks,
        string? name,
        string? currency,
        string? timeZone,
        decimal? margin,
        string? externalReference
    )
    {
        checks.Text(name, "name");
        checks.Currency(currency);
        checks.TimeZone(timeZone);
        checks.Require(margin is null or (>= 0 and <= 1), "margin", "A margin is a share from 0 to 1.");
        checks.Places(margin, "margin", places: 8);
        checks.Key(externalReference, "externalReference");
    }
}
