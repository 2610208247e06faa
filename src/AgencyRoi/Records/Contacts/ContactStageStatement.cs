using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Records.Stages;

namespace AgencyRoi.Records.Contacts;

/// <summary>A stage that a contact reached, as somebody states it.</summary>
internal sealed record ContactStageStatement : ContactStatement
{
    /// <summary>The stage.</summary>
    [InFile]
    public required CustomerStage Stage { get; init; }

    /// <summary>The day on which it was reached, in the client's time zone.</summary>
    [InFile("The day, as 2025-12-31.")]
    public required DateOnly OccurredOn { get; init; }

    /// <summary>The client's channel by which it was reached.</summary>
    [ID<Channel>]
    public ChannelId? ChannelId { get; init; }

    /// <summary>The client's campaign by which it was reached.</summary>
    [ID<Campaign>]
    public CampaignId? CampaignId { get; init; }

    public override DateOnly Day => OccurredOn;

    protected override string DayField => "occurredOn";

    protected override void CheckContent(InputChecks checks) { }
}
