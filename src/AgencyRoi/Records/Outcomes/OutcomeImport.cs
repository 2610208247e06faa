using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Records.Outcomes;

internal sealed class OutcomeImport() : RecordingImport<OutcomeStatement, Outcome>(OutcomeRecording.Instance)
{
    public override string Name => "outcomes";

    public override string TotalledColumn => "quantity";

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        ImportColumn.Client,
        new("external_reference", "The outcome's key in your system; sent again, the row is a correction.", IsRequired: true),
        new PartColumn<Goal, GoalId>("goal", "; it is active.", IsRequired: true),
        new("date", "The day, as 2025-12-31.", IsRequired: true),
        new QuantityColumn("quantity", "How many units of the goal's indicator, zero or above, at most four places.", IsRequired: true),
        new PartColumn<Channel, ChannelId>("channel", "; without one that of the goal."),
        new PartColumn<Campaign, CampaignId>("campaign", "; without one that of the goal."),
        new("note", "At most 2000 characters."),
        new("lead_reference", "The lead's key in your system: what names the same lead counts once."),
        new("order_reference", "The order's key in your system: what names the same order counts once."),
        new("contact_reference", "The contact's key in your system. No name and no address."),
    ];

    protected override OutcomeStatement StatementOf(ImportRow row, ClientId clientId, ImportReferences references)
    {
        row.RequiredKey("goal");
        return new()
        {
            GoalId = references.Find<GoalId>(row, "goal", clientId) ?? new(NoRow.Id),
            ExternalReference = row.RequiredKey("external_reference"),
            OccurredOn = row.RequiredDay("date"),
            Quantity = row.RequiredNumber("quantity"),
            ChannelId = references.Find<ChannelId>(row, "channel", clientId),
            CampaignId = references.Find<CampaignId>(row, "campaign", clientId),
            Note = row.Text("note"),
            LeadReference = row.Key("lead_reference"),
            OrderReference = row.Key("order_reference"),
            ContactReference = row.Key("contact_reference"),
        };
    }
}
