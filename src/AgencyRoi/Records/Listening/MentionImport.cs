using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Records.Listening;

internal sealed class MentionImport : ObservationImport<MentionStatement, Mention>
{
    public override string Name => "mentions";

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        ImportColumn.Client,
        new("external_reference", "The row's key in your system; sent again, the row is a correction.", IsRequired: true),
        new("date", "The day, as 2025-12-31.", IsRequired: true),
        new("locus", $"One of {string.Join(", ", EnumCode.All<MentionLocus>())}.", IsRequired: true),
        new("sentiment", $"One of {string.Join(", ", EnumCode.All<Sentiment>())}.", IsRequired: true),
        new("labelled_by", $"One of {string.Join(", ", EnumCode.All<LabelSource>())}.", IsRequired: true),
        new("is_spam", "true for what is made up or bought; false is the default."),
        new("url", "Where it is found."),
        new PartColumn<Channel>("channel"),
    ];

    protected override MentionStatement StatementOf(ImportRow row, Guid clientId, ImportReferences references) =>
        new(
            clientId,
            row.RequiredKey("external_reference"),
            row.RequiredDay("date"),
            row.RequiredCode<MentionLocus>("locus"),
            row.RequiredCode<Sentiment>("sentiment"),
            row.RequiredCode<LabelSource>("labelled_by"),
            row.Flag("is_spam") ?? false,
            row.Text("url"),
            references.Find(row, "channel", clientId)
        );
}
