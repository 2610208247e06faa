using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Records.Sales;

internal sealed class SaleImport() : RecordingImport<SaleStatement, Sale>(SaleRecording.Instance)
{
    public override string Name => "sales";

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        ImportColumn.Client,
        new("external_reference", "The order's key in your system; sent again, the row is a correction.", IsRequired: true),
        new("date", "The day of the conversion, as 2025-12-31.", IsRequired: true),
        new("type", $"SALE (the default) or one of {string.Join(", ", EnumCode.All<ConversionType>().Skip(1))}."),
        new AmountColumn("amount", "Revenue net of tax, as 1234.50; empty for a conversion that takes its goal's value."),
        new("currency", "ISO 4217, together with the amount."),
        new QuantityColumn("quantity", "How many conversions the row stands for; 1 is the default."),
        new PartColumn<Channel, ChannelId>("channel", " that brought it."),
        new PartColumn<Campaign, CampaignId>("campaign", " that brought it."),
        new PartColumn<Goal, GoalId>("goal", " that it serves."),
        new("contact_reference", "The contact's key in your system. No name and no address."),
        new("description", "At most 2000 characters."),
        new("lead_reference", "The lead's key in your system: what names the same lead counts once."),
        new("order_reference", "The order's key, where the row has another of its own: what names the same order counts once."),
    ];

    protected override SaleStatement StatementOf(ImportRow row, ClientId clientId, ImportReferences references) =>
        new()
        {
            ClientId = clientId,
            ExternalReference = row.RequiredKey("external_reference"),
            Type = row.Code<ConversionType>("type") ?? ConversionType.Sale,
            OccurredOn = row.RequiredDay("date"),
            Amount = row.Number("amount"),
            Currency = row.Text("currency"),
            Quantity = row.Number("quantity") ?? 1m,
            ChannelId = references.Find<ChannelId>(row, "channel", clientId),
            CampaignId = references.Find<CampaignId>(row, "campaign", clientId),
            GoalId = references.Find<GoalId>(row, "goal", clientId),
            ContactReference = row.Key("contact_reference"),
            Description = row.Text("description"),
            LeadReference = row.Key("lead_reference"),
            OrderReference = row.Key("order_reference"),
        };
}
