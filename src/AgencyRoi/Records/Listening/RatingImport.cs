using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Records.Listening;

internal sealed class RatingImport() : RecordingImport<RatingStatement, Rating>(Rating.Recording)
{
    public override string Name => "ratings";

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        ImportColumn.Client,
        new("external_reference", "The row's key in your system; sent again, the row is a correction.", IsRequired: true),
        new("date", "The day, as 2025-12-31.", IsRequired: true),
        new("place", "What was rated.", IsRequired: true),
        new("stars", "From 0 to 5.", IsRequired: true),
        new("is_spam", "true for what is made up or bought; false is the default."),
        new("url", "Where it is found."),
        new PartColumn<Channel, ChannelId>("channel"),
    ];

    protected override RatingStatement StatementOf(ImportRow row, ClientId clientId, ImportReferences references) =>
        new()
        {
            ClientId = clientId,
            ExternalReference = row.RequiredKey("external_reference"),
            OccurredOn = row.RequiredDay("date"),
            Place = row.RequiredKey("place"),
            Stars = row.RequiredNumber("stars"),
            IsSpam = row.Flag("is_spam") ?? false,
            Url = row.Text("url"),
            ChannelId = references.Find<ChannelId>(row, "channel", clientId),
        };
}
