using AgencyRoi.Metrics.Statistics;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using Estimate = AgencyRoi.Records.IndirectValue.Estimate;

namespace AgencyRoi.Records.Contacts.Profiles;

/// <summary>Why the rates of offers are not defined.</summary>
internal enum OfferRatesUndefinedReason
{
    /// <summary>No offer was made to anybody with a legal basis for marketing.</summary>
    NoOffers,
}

/// <summary>Rates of offers. Those alone count that were made to a contact with a legal basis for marketing on the day.</summary>
/// <param name="MadeCount">The offers that were made.</param>
/// <param name="AnsweredCount">Those that were answered, until today.</param>
/// <param name="AcceptedCount">Those that were accepted.</param>
/// <param name="ResponseRate">Answered ÷ made, six places, with Wilson's interval at 95 %. Null: undefined.</param>
/// <param name="AcceptanceRate">Accepted ÷ made, six places, with Wilson's interval at 95 %. Null: undefined.</param>
/// <param name="UndefinedReason">Why there are no rates. Null: there are.</param>
internal sealed record OfferRates(
    long MadeCount,
    long AnsweredCount,
    long AcceptedCount,
    Estimate? ResponseRate,
    Estimate? AcceptanceRate,
    OfferRatesUndefinedReason? UndefinedReason
)
{
    public static OfferRates Of(IEnumerable<OffersMade> offers)
    {
        var (made, answered, accepted) = (0L, 0L, 0L);
        foreach (var each in offers)
            (made, answered, accepted) = (made + each.Made, answered + each.Answered, accepted + each.Accepted);
        return new(
            MadeCount: made,
            AnsweredCount: answered,
            AcceptedCount: accepted,
            RateOf(answered, made),
            RateOf(accepted, made),
            made == 0 ? OfferRatesUndefinedReason.NoOffers : null
        );
    }

    private static Estimate? RateOf(long part, long made) =>
        Wilson.Rate(part, made) is { } rate ? new(Shown(rate.Amount), Shown(rate.Low), Shown(rate.High)) : null;

    private static decimal Shown(decimal share) => decimal.Round(share, 6, MidpointRounding.AwayFromZero);
}

/// <summary>Rates of the offers of one code.</summary>
/// <param name="OfferCode">The code.</param>
/// <param name="Rates">What came of them.</param>
internal sealed record RatesOfOffer(string OfferCode, OfferRates Rates);

/// <summary>Rates of the offers by one channel.</summary>
/// <param name="ChannelId">The channel; null: of those without one.</param>
/// <param name="Rates">What came of them.</param>
internal sealed record RatesOfChannel([property: ID<Channel>] ChannelId? ChannelId, OfferRates Rates) : IOfChannel;

/// <summary>The offers that were made to a client's contacts in a period, against their needs. An offer without a legal basis for marketing on its day is in no rate.</summary>
/// <param name="WithoutBasisCount">Offers to contacts that had no legal basis for marketing on the day: they happened, and are in nothing else here.</param>
/// <param name="Total">All others.</param>
/// <param name="NeedMet">Of these, to contacts that had the need which the offer answers, as it was known on the day.</param>
/// <param name="NeedNotMet">Of these, to contacts that had another need, or of whom none was known.</param>
/// <param name="NeedNotNamed">Of these, without a need that they answer.</param>
/// <param name="ByOffer">The hundred codes with most offers, these first.</param>
/// <param name="ByChannel">The hundred channels with most offers, these first.</param>
internal sealed record OfferReport(
    long WithoutBasisCount,
    OfferRates Total,
    OfferRates NeedMet,
    OfferRates NeedNotMet,
    OfferRates NeedNotNamed,
    IReadOnlyList<RatesOfOffer> ByOffer,
    IReadOnlyList<RatesOfChannel> ByChannel
)
{
    private const int MostRows = 100;

    public static OfferReport Of(IReadOnlyCollection<OffersMade> all)
    {
        var counted = all.Where(each => each.HasBasis).ToList();
        return new(
            WithoutBasisCount: all.Where(each => !each.HasBasis).Sum(each => each.Made),
            Total: OfferRates.Of(counted),
            NeedMet: OfferRates.Of(counted.Where(each => each.Need == "MET")),
            NeedNotMet: OfferRates.Of(counted.Where(each => each.Need == "NOT_MET")),
            NeedNotNamed: OfferRates.Of(counted.Where(each => each.Need == "NOT_NAMED")),
            [
                .. counted
                    .GroupBy(each => each.OfferCode)
                    .Select(group => new RatesOfOffer(group.Key, OfferRates.Of(group)))
                    .OrderByDescending(row => row.Rates.MadeCount)
                    .ThenBy(row => row.OfferCode, StringComparer.Ordinal)
                    .Take(MostRows),
            ],
            [
                .. counted
                    .GroupBy(each => each.ChannelId)
                    .Select(group => new RatesOfChannel(group.Key, OfferRates.Of(group)))
                    .OrderByDescending(row => row.Rates.MadeCount)
                    .ThenBy(row => row.ChannelId?.Value)
                    .Take(MostRows),
            ]
        );
    }
}

/// <summary>Offers of one code, by one channel, for one need, with or without a basis.</summary>
internal sealed record OffersMade(
    ClientId ClientId,
    string OfferCode,
    ChannelId? ChannelId,
    string Need,
    bool HasBasis,
    long Made,
    long Answered,
    long Accepted
)
{
    private static readonly string Sql = EmbeddedSql.Read("Records.Contacts.Profiles.offers_made.sql");

    public static async Task<ILookup<ClientId, OffersMade>> LoadAsync(
        DatabaseSession session,
        IEnumerable<ClientId> clients,
        DateRange days,
        CancellationToken cancellationToken
    )
    {
        await using var command = session.Command(Sql).With(session.TenantId, session.Visible(clients), days.From, days.To);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var offers = new List<OffersMade>();
        while (await reader.ReadAsync(cancellationToken))
            offers.Add(
                new(
                    reader.GetId<ClientId>(0),
                    reader.GetString(1),
                    reader.IsDBNull(2) ? null : reader.GetId<ChannelId>(2),
                    reader.GetString(3),
                    reader.GetBoolean(4),
                    Made: reader.GetInt64(5),
                    Answered: reader.GetInt64(6),
                    Accepted: reader.GetInt64(7)
                )
            );
        return offers.ToLookup(each => each.ClientId);
    }
}

[ExtendObjectType<Client>]
internal static partial class OfferReportOfClient
{
    /// <summary>What came of the offers that were made to the client's contacts: by offer, by channel, and by whether the contact had the need that the offer answers.</summary>
    /// <param name="period">The days on which the offers were made.</param>
    [BatchResolver]
    public static async Task<IReadOnlyList<OfferReport>> GetOfferReportAsync(
        [Parent("Id")] List<Client> clients,
        PeriodInput period,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var days = period.ToRange();
        var offers = await database.RunAsync(
            (session, token) => OffersMade.LoadAsync(session, clients.Select(client => client.Id).Distinct(), days, token),
            cancellationToken
        );
        return [.. clients.Select(client => OfferReport.Of([.. offers[client.Id]]))];
    }
}
