using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Records.IndirectValue;

/// <summary>The import of any kind of stream fact: columns that all have, then those of the kind's content.</summary>
internal sealed class StreamFactImport(StreamKind kind)
    : FactImport<StreamFactStatement, StreamFact>((checks, statement) => statement.Check(checks), StreamRecording.Instance.StoreAsync)
{
    public override string Name => kind.ImportName;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        ImportColumn.Client,
        new("external_reference", "The row's key in your system; sent again, the row is a correction.", IsRequired: true),
        new("date", "The day it counts on, or its first day, as 2025-12-31.", IsRequired: true),
        new("to", "The first day after it, when it lasts longer than one."),
        .. kind.Columns,
        new PartColumn<Channel, ChannelId>("channel"),
        new PartColumn<Campaign, CampaignId>("campaign"),
        new PartColumn<Goal, GoalId>("goal"),
        new("evidence_grade", $"One of {string.Join(", ", EnumCode.All<EvidenceGrade>())}; {kind.DefaultGrade} is the default."),
        new("evidence_kind", $"One of {string.Join(", ", EnumCode.All<EvidenceKind>())}, together with evidence_reference."),
        new("evidence_reference", "Where the evidence is found."),
        new("evidence_note", "What it shows."),
    ];

    protected override StreamFactStatement StatementOf(ImportRow row, ClientId clientId, ImportReferences references) =>
        new()
        {
            ClientId = clientId,
            ExternalReference = row.RequiredKey("external_reference"),
            Kind = kind,
            Content = kind.Read(row),
            OccurredOn = row.RequiredDay("date"),
            To = row.Day("to"),
            ChannelId = references.Find<ChannelId>(row, "channel", clientId),
            CampaignId = references.Find<CampaignId>(row, "campaign", clientId),
            GoalId = references.Find<GoalId>(row, "goal", clientId),
            EvidenceGrade = row.Code<EvidenceGrade>("evidence_grade") ?? kind.DefaultGrade,
            Evidence = Evidence(row),
        };

    private static IReadOnlyList<EvidenceItem> Evidence(ImportRow row) =>
        row.Text("evidence_reference") is { } reference
            ? [new EvidenceItem(row.RequiredCode<EvidenceKind>("evidence_kind"), reference, row.Text("evidence_note"))]
            : [];
}
