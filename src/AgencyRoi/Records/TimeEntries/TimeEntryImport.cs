using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;
using AgencyRoi.Terms.People;

namespace AgencyRoi.Records.TimeEntries;

/// <summary>Hours name people, who belong to the agency: closed to tokens that are restricted to clients.</summary>
internal sealed class TimeEntryImport()
    : RecordingImport<TimeStatement, TimeEntry>(
        TimeRecording.Instance,
        new PersonColumn(),
        new PartColumn<Channel, ChannelId>("channel"),
        new PartColumn<Campaign, CampaignId>("campaign"),
        new PartColumn<Goal, GoalId>("goal")
    )
{
    public override string Name => "time-entries";

    public override bool IsAgencyWide => true;

    public override string TotalledColumn => "hours";

    protected override TimeStatement Complete(TimeStatement stated, ImportRow row, ClientId clientId, ImportReferences references)
    {
        row.RequiredKey("person");
        return stated with
        {
            ClientId = clientId,
            PersonId = references.Find<PersonId>(row, "person", clientId) ?? new(NoRow.Id),
            ChannelId = references.Find<ChannelId>(row, "channel", clientId),
            CampaignId = references.Find<CampaignId>(row, "campaign", clientId),
            GoalId = references.Find<GoalId>(row, "goal", clientId),
        };
    }
}
