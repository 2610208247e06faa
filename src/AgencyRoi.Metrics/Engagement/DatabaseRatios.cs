using static AgencyRoi.Metrics.Engagement.EngagementUndefinedReason;

namespace AgencyRoi.Metrics.Engagement;

/// <summary>The audience of one network beside the client's database.</summary>
/// <param name="RealAudience">Of the audited channels on it.</param>
/// <param name="Known">Accounts on it that belong to contacts.</param>
public sealed record NetworkAudience(Estimate RealAudience, decimal Known);

/// <summary>The audience that networks have beside the people whom the client knows itself.</summary>
public static class DatabaseRatios
{
    /// <summary>Known accounts ÷ real audience, over audited networks: an upper bound, since who is known need not follow.</summary>
    public static EngagementQuotient Overlap(IReadOnlyList<NetworkAudience> networks)
    {
        if (networks.Count == 0)
            return EngagementQuotient.Undefined(NotAudited);
        var known = networks.Sum(network => network.Known);
        var audience = networks.Aggregate(Estimate.Zero, (sum, network) => sum + network.RealAudience);
        var overlap = EngagementQuotient.OverEstimate(known, audience, NoRealAudience);
        return overlap.Value > 1m ? EngagementQuotient.Undefined(MoreKnownThanAudience) : overlap;
    }

    /// <summary>Contacts that may be used ÷ (these and the audience that is not known): a lower bound of the rest, person by person and account by account.</summary>
    public static EngagementQuotient OwnedData(decimal usable, IReadOnlyList<NetworkAudience> networks) =>
        networks.Count == 0
            ? EngagementQuotient.Undefined(NotAudited)
            : EngagementQuotient.Of(
                usable,
                usable + networks.Sum(network => Math.Max(0m, network.RealAudience.Amount - network.Known)),
                NoRealAudience
            );

    /// <summary>(End - start) ÷ start.</summary>
    /// <param name="empty">The reason where there was nothing at the start.</param>
    public static EngagementQuotient Growth(decimal start, decimal end, EngagementUndefinedReason empty) =>
        EngagementQuotient.Of(end - start, start, empty);

    /// <summary>Growth of the real audience, over channels that were audited by the start and again by the end.</summary>
    public static EngagementQuotient AudienceGrowth(IReadOnlyList<(Estimate Start, Estimate End)> channels) =>
        channels.Count == 0
            ? EngagementQuotient.Undefined(NotAudited)
            : Growth(channels.Sum(channel => channel.Start.Amount), channels.Sum(channel => channel.End.Amount), NoRealAudience);

    /// <summary>Contacts that became known by a channel in a month ÷ people whom amplification reached on it.</summary>
    public static EngagementQuotient NewContacts(IReadOnlyList<(decimal Contacts, decimal Amplified)> months) =>
        months.Count == 0
            ? EngagementQuotient.Undefined(AmplificationNotMeasured)
            : EngagementQuotient.Of(months.Sum(month => month.Contacts), months.Sum(month => month.Amplified), NothingAmplified);
}
