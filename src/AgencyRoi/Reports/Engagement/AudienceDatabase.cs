using AgencyRoi.Metrics.Engagement;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Reports.Engagement;

/// <summary>Something that the figures of an audience and a database show together.</summary>
internal enum EngagementFinding
{
    /// <summary>The real audience grew and the contacts did not: collecting stickers without the album. A larger audience that is not known is worth nothing by itself.</summary>
    StickersWithoutAlbum,
}

/// <summary>
/// The audience that networks have beside the people whom the client knows itself, at the end of a span of days. Contacts are counted since the day of the first stage that
/// was said of them. An account is known where its handle is a key of a contact; who is known need not follow, so that the overlap is an upper bound and the leakage a lower one.
/// </summary>
internal sealed class AudienceDatabase(
    ClientEngagement engagement,
    DatabaseFacts facts,
    DateRange days,
    IReadOnlyDictionary<ChannelId, Network> networkOf
)
{
    private readonly IReadOnlyList<(Network Network, NetworkAudience Audience)> networks = facts.Networks(
        engagement.ClientId,
        days.To,
        networkOf
    );

    internal ClientId ClientId => engagement.ClientId;

    internal ClientEngagement Engagement => engagement;

    internal DateRange Days => days;

    internal IReadOnlyList<NetworkAudience> Audiences => [.. networks.Select(network => network.Audience)];

    /// <summary>Contacts that were known before the first day; of those that were merged the one that is kept.</summary>
    public decimal ContactCountBefore => facts.ContactsBefore(ClientId, days.From);

    /// <summary>Contacts that are known by the end of the last day.</summary>
    public decimal ContactCount => facts.ContactsBefore(ClientId, days.To);

    /// <summary>(Contacts at the end - contacts before) ÷ contacts before.</summary>
    public EngagementRatio ContactGrowth => EngagementRatio.Of(Contacts);

    /// <summary>
    /// (Real audience at the end - real audience before) ÷ real audience before, of the channels that were audited before the first day and by the end; each by its last audit.
    /// </summary>
    public EngagementRatio AudienceGrowth => EngagementRatio.Of(Audience);

    /// <summary>Audience growth less contact growth: above 0 the networks' audience grows faster than what the client knows. Null: one of them is not defined.</summary>
    public decimal? GrowthGap =>
        Audience.Value is { } audience && Contacts.Value is { } contacts ? EngagementRatio.Shown(audience - contacts) : null;

    /// <summary>Known accounts ÷ real audience, over the audited networks. The interval is that of the audits.</summary>
    public EngagementRatio Overlap => EngagementRatio.Of(DatabaseRatios.Overlap(Audiences));

    /// <summary>1 - overlap: the audience that the network knows and the client does not.</summary>
    public EngagementRatio PlatformLeakage => EngagementRatio.Of(DatabaseRatios.Overlap(Audiences).Rest());

    /// <summary>The same by audited network, in the order of their codes.</summary>
    [ListSize(AssumedSize = 10)]
    public IReadOnlyList<NetworkOverlap> ByNetwork => [.. networks.Select(network => NetworkOverlap.Of(network.Network, network.Audience))];

    /// <summary>What audience and contacts show together.</summary>
    [ListSize(AssumedSize = 1)]
    public IReadOnlyList<EngagementFinding> Findings =>
        Audience.Value > 0m && ContactCount <= ContactCountBefore ? [EngagementFinding.StickersWithoutAlbum] : [];

    private EngagementQuotient Contacts => DatabaseRatios.Growth(ContactCountBefore, ContactCount, EngagementUndefinedReason.NoContacts);

    private EngagementQuotient Audience => DatabaseRatios.AudienceGrowth(facts.Audiences(ClientId, days.From, days.To));
}

/// <summary>The audience of one network beside the accounts on it that the client knows.</summary>
/// <param name="Network">The network.</param>
/// <param name="KnownAccountCount">Accounts on it that belong to contacts.</param>
/// <param name="Overlap">Known accounts ÷ real audience of the client's audited channels on it.</param>
/// <param name="PlatformLeakage">1 - overlap.</param>
internal sealed record NetworkOverlap(Network Network, decimal KnownAccountCount, EngagementRatio Overlap, EngagementRatio PlatformLeakage)
{
    public static NetworkOverlap Of(Network network, NetworkAudience audience)
    {
        var overlap = DatabaseRatios.Overlap([audience]);
        return new(
            network,
            KnownAccountCount: audience.Known,
            Overlap: EngagementRatio.Of(overlap),
            PlatformLeakage: EngagementRatio.Of(overlap.Rest())
        );
    }
}

/// <summary>Audience and database by the end of a month.</summary>
/// <param name="Period">The month, or those days of it that were asked for.</param>
/// <param name="Database">Growth is that of these days.</param>
internal sealed record AudienceDatabaseOfMonth(Period Period, AudienceDatabase Database);
