using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Records.Outcomes;

internal sealed class OutcomeImport()
    : RecordingImport<OutcomeStatement, Outcome>(
        OutcomeRecording.Instance,
        new PartColumn<Goal, GoalId>("goal", "; it is active.", IsRequired: true),
        new PartColumn<Channel, ChannelId>("channel", "; without one that of the goal."),
        new PartColumn<Campaign, CampaignId>("campaign", "; without one that of the goal.")
    )
{
    public override string Name => "outcomes";

    public override string TotalledColumn => "quantity";

    protected override OutcomeStatement Complete(OutcomeStatement stated, ImportRow row, ClientId clientId, ImportReferences references)
    {
        row.RequiredKey("goal");
        return stated with
        {
            GoalId = references.Find<GoalId>(row, "goal", clientId) ?? new(NoRow.Id),
            ChannelId = references.Find<ChannelId>(row, "channel", clientId),
            CampaignId = references.Find<CampaignId>(row, "campaign", clientId),
        };
    }
}
