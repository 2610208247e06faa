using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Records.Listening;

internal sealed class MentionImport() : RecordingImport<MentionStatement, Mention>(Mention.Recording)
{
    public override string Name => "mentions";

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        ImportColumn.Client,
        new("external_reference", "The row's key in your system; sent again, the row is a correction.", IsRequired: true),
        new("date", "The day, as 2025-12-31.", IsRequired: true),
        new("locus", $"One of {string.Join(", ", EnumCode.All<MentionLocus>())}.", IsRequired: true),
        new("sentiment", $"One of {string.Join(", ", EnumCode.All<MentionSentiment>())}.", IsRequired: true),
        new("labelled_by", $"One of {string.Join(", ", EnumCode.All<LabelSource>())}.", IsRequired: true),
        new("is_spam", "true for what is made up or bought; false is the default."),
        new("url", "Where it is found."),
        new PartColumn<Channel, ChannelId>("channel"),
    ];

    protected override MentionStatement StatementOf(ImportRow row, ClientId clientId, ImportReferences references) =>
        new()
        {
            ClientId = clientId,
            ExternalReference = row.RequiredKey("external_reference"),
            OccurredOn = row.RequiredDay("date"),
            Locus = row.RequiredCode<MentionLocus>("locus"),
            Sentiment = row.RequiredCode<MentionSentiment>("sentiment"),
            LabelledBy = row.RequiredCode<LabelSource>("labelled_by"),
            IsSpam = row.Flag("is_spam") ?? false,
            Url = row.Text("url"),
            ChannelId = references.Find<ChannelId>(row, "channel", clientId),
        };
}
