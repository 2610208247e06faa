using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;
using AgencyRoi.Terms.People;

namespace AgencyRoi.Records.TimeEntries;

/// <summary>Hours name people, who belong to the agency: closed to tokens that are restricted to clients.</summary>
internal sealed class TimeEntryImport() : RecordingImport<TimeStatement, TimeEntry>(TimeRecording.Instance)
{
    public override string Name => "time-entries";

    public override bool IsAgencyWide => true;

    public override string TotalledColumn => "hours";

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        ImportColumn.Client,
        new("external_reference", "The hours' key in your system; sent again, the row is a correction.", IsRequired: true),
        new("date", "The day, as 2025-12-31.", IsRequired: true),
        new PersonColumn(),
        new("hours", "Not below zero, at most 24 on a day over all clients, as 7.5.", IsRequired: true),
        new PartColumn<Channel, ChannelId>("channel"),
        new PartColumn<Campaign, CampaignId>("campaign"),
        new PartColumn<Goal, GoalId>("goal"),
        new("note", "At most 2000 characters."),
    ];

    protected override TimeStatement StatementOf(ImportRow row, ClientId clientId, ImportReferences references)
    {
        row.RequiredKey("person");
        return new()
        {
            ClientId = clientId,
            ExternalReference = row.RequiredKey("external_reference"),
            PersonId = references.Find<PersonId>(row, "person", clientId) ?? new(NoRow.Id),
            OccurredOn = row.RequiredDay("date"),
            Hours = row.RequiredNumber("hours"),
            ChannelId = references.Find<ChannelId>(row, "channel", clientId),
            CampaignId = references.Find<CampaignId>(row, "campaign", clientId),
            GoalId = references.Find<GoalId>(row, "goal", clientId),
            Note = row.Text("note"),
        };
    }
}
