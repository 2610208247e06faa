namespace AgencyRoi.Records.Audience;

/// <summary>Public estimates of a whole platform's accounts. Dated and cited; it stands beside audits and never in their place.</summary>
/// <param name="NetworkCode">The network.</param>
/// <param name="StatedOn">The first day of the month in which it was said.</param>
/// <param name="InauthenticShare">The share of accounts that are fake or duplicates.</param>
/// <param name="Inauthentic">How many accounts that were.</param>
/// <param name="Accounts">Of how many.</param>
/// <param name="Source">Who said it, and where.</param>
internal sealed record PlatformAssumption(
    string NetworkCode,
    DateOnly StatedOn,
    decimal InauthenticShare,
    decimal Inauthentic,
    decimal Accounts,
    string Source
);

[QueryType]
internal static partial class PlatformAssumptionQueries
{
    private static readonly PlatformAssumption[] Known =
    [
        Of(
            "FACEBOOK",
            new(2012, 8, 1),
            83_000_000m,
            955_000_000m,
            "Facebook's quarterly report of July 2012 to the SEC; CNN: 83 million false or duplicate accounts"
        ),
    ];

    /// <summary>Published assumptions about the accounts of whole platforms, each with its date and source.</summary>
    public static IReadOnlyList<PlatformAssumption> GetPlatformAssumptions() => Known;

    private static PlatformAssumption Of(string network, DateOnly statedOn, decimal inauthentic, decimal accounts, string source) =>
        new(
            network,
            statedOn,
            InauthenticShare: decimal.Round(inauthentic / accounts, 6, MidpointRounding.AwayFromZero),
            Inauthentic: inauthentic,
            Accounts: accounts,
            source
        );
}
