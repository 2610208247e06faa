using AgencyRoi.Platform;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Records.Audience;

namespace AgencyRoi.Reports.Audience;

/// <summary>
/// Accounts of a channel's audience that somebody looked at, as a client's people see it. Followers have no value of their own: an audit tells how many of
/// them are real.
/// </summary>
[Portal]
internal sealed record ReportedAudienceAudit : IOfChannel
{
    /// <summary>The client's channel.</summary>
    [ID<Channel>]
    public required ChannelId? ChannelId { get; init; }

    /// <summary>The day on which they were looked at.</summary>
    public required DateOnly OccurredOn { get; init; }

    /// <summary>Accounts that followed then, as the network says; a whole number.</summary>
    public required decimal GrossFollowers { get; init; }

    /// <summary>Accounts that were looked at; a whole number.</summary>
    public required decimal Sample { get; init; }

    /// <summary>Those of them that are fake or inactive; a whole number.</summary>
    public required decimal Inauthentic { get; init; }

    /// <summary>What they were looked at with.</summary>
    public required string Tool { get; init; }

    /// <summary>The share of accounts that are fake or inactive, with six places, and Wilson's interval at 95 %.</summary>
    public Records.IndirectValue.Estimate InauthenticShare => AuditFigures.InauthenticShare(Inauthentic, Sample);

    /// <summary>Gross followers × (1 - inauthentic share), with the interval of the share; whole people, rounded once, half to even.</summary>
    public Records.IndirectValue.Estimate RealFollowers => AuditFigures.RealFollowers(GrossFollowers, Inauthentic, Sample);
}
