using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Returns.Figures;

namespace AgencyRoi.Reports.Funnels;

/// <summary>
/// The part of a funnel that one channel brought: each step has the contacts that reached it by the channel, so that all channels together are the whole. Whether they
/// came from elsewhere before does not matter to the steps, and their next one counts by whatever channel it came.
/// </summary>
internal sealed class ChannelFunnel(PartOfFunnel part, ChannelOutflow outflow) : IOfChannel
{
    internal FigureScope Scope => part.Scope;

    /// <summary>The channel, with its ownership (owned, earned, paid) and its role; null: none is known, or several are gathered.</summary>
    [Portal]
    [ID<Channel>]
    public ChannelId? ChannelId => part.Ids.Id.Typed<ChannelId>();

    /// <summary>How many channels are gathered in this part, since the list has no place for more; 0: it is of one, or of none.</summary>
    [Portal]
    public int GatheredCount => part.Ids.GatheredCount;

    /// <summary>What was spent on the channel in the period.</summary>
    public Money Cost => part.Scope.Shown(part.ShownCost);

    /// <summary>The seven steps, from REACHED to REGULAR.</summary>
    [Portal]
    [ListSize(AssumedSize = 7)]
    public IReadOnlyList<FunnelStep> Steps => part.Part.Steps(part.Scope);

    /// <summary>Contacts whose first step of all, whichever it was, the channel brought in the period.</summary>
    [Portal]
    public long FirstStepContactCount => outflow.FirstSteps;

    /// <summary>Those of them who took a further step, by any channel, until today.</summary>
    [Portal]
    public long FurtherStepContactCount => outflow.WentOn;

    /// <summary>By which channels they took it, the most frequent first, at most ten.</summary>
    [Portal]
    [ListSize(AssumedSize = 10)]
    public IReadOnlyList<NextChannel> NextChannels => outflow.Next;

    /// <summary>Those of the first step whose first step lies so many days back as <c>settledAfterDays</c> says.</summary>
    [Portal]
    public long SettledContactCount => outflow.Settled;

    /// <summary>Whether the channel leads nowhere: it has enough settled contacts, and none of them took a further step.</summary>
    [Portal]
    public bool IsDeadEnd => part.Ids.GatheredCount == 0 && outflow.IsDeadEnd;
}

/// <summary>A channel that brought the next step.</summary>
/// <param name="ChannelId">The channel; null: none is known.</param>
/// <param name="ContactCount">How many contacts it brought it to.</param>
[Portal]
internal sealed record NextChannel([property: ID<Channel>] ChannelId? ChannelId, long ContactCount) : IOfChannel;

/// <summary>
/// The part of a funnel that one campaign brought, without the campaigns below it: each step has the contacts that reached it by the campaign, so that all campaigns
/// together are the whole.
/// </summary>
internal sealed class CampaignFunnel(PartOfFunnel part) : IOfCampaign
{
    internal FigureScope Scope => part.Scope;

    /// <summary>The campaign, with its place in the tree; null: none is known, or several are gathered.</summary>
    [Portal]
    [ID<Campaign>]
    public CampaignId? CampaignId => part.Ids.Id.Typed<CampaignId>();

    /// <summary>How many campaigns are gathered in this part, since the list has no place for more; 0: it is of one, or of none.</summary>
    [Portal]
    public int GatheredCount => part.Ids.GatheredCount;

    /// <summary>What was spent on the campaign in the period.</summary>
    public Money Cost => part.Scope.Shown(part.ShownCost);

    /// <summary>The seven steps, from REACHED to REGULAR.</summary>
    [Portal]
    [ListSize(AssumedSize = 7)]
    public IReadOnlyList<FunnelStep> Steps => part.Part.Steps(part.Scope);
}
