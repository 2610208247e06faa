using AgencyRoi.Metrics.Streams;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Records.Traffic;

internal sealed class KeywordVisitsImport() : RecordingImport<KeywordVisitsStatement, KeywordVisits>(KeywordVisitsRecording.Instance)
{
    public override string Name => "keyword-visits";

    public override string TotalledColumn => "visits";

    /// <summary>Its days are months.</summary>
    public override bool HasMoments => false;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        ImportColumn.Client,
        new("external_reference", "The row's key in your system; sent again, the row is a correction.", IsRequired: true),
        new("keyword", "The term; case and spaces make no difference.", IsRequired: true),
        new("country", "ISO 3166-1, two capital letters.", IsRequired: true),
        new("month", "Any day of the month, as 2025-12-01.", IsRequired: true),
        new QuantityColumn("visits", "All visits.", IsRequired: true),
        new QuantityColumn("converting_visits", "Those that ended in an order."),
        new("is_paid", "true for bought clicks; false is the default."),
        new("is_brand", "true when people looked for the name; false is the default."),
        new("target_page", "The client's page that they came to."),
        new PartColumn<Channel, ChannelId>("channel"),
        new PartColumn<Campaign, CampaignId>("campaign"),
    ];

    protected override KeywordVisitsStatement StatementOf(ImportRow row, ClientId clientId, ImportReferences references) =>
        new()
        {
            ClientId = clientId,
            ExternalReference = row.RequiredKey("external_reference"),
            Keyword = row.RequiredText("keyword"),
            Country = row.RequiredText("country"),
            Month = row.RequiredDay("month"),
            Visits = row.RequiredNumber("visits"),
            ConvertingVisits = row.Number("converting_visits") ?? 0m,
            IsPaid = row.Flag("is_paid") ?? false,
            IsBrand = row.Flag("is_brand") ?? false,
            TargetPage = row.Text("target_page"),
            ChannelId = references.Find<ChannelId>(row, "channel", clientId),
            CampaignId = references.Find<CampaignId>(row, "campaign", clientId),
        };
}
