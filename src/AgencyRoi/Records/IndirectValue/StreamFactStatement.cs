using AgencyRoi.Metrics.Valuation;

namespace AgencyRoi.Records.IndirectValue;

/// <summary>A fact of a stream as somebody states it, by mutation or in a file.</summary>
internal sealed record StreamFactStatement(
    Guid ClientId,
    string ExternalReference,
    StreamKind Kind,
    IStreamContent Content,
    DateOnly OccurredOn,
    DateOnly? EndsOn,
    Guid? ChannelId,
    Guid? CampaignId,
    Guid? GoalId,
    EvidenceGrade EvidenceGrade,
    IReadOnlyList<EvidenceItem> Evidence
)
{
    public Dimensions Dimensions => new(ChannelId, CampaignId, GoalId);

    /// <summary>Whether two statements of one kind say the same.</summary>
    public bool Says(StreamFactStatement other) =>
        this with { Evidence = other.Evidence, Content = other.Content } == other
        && Evidence.SequenceEqual(other.Evidence)
        && Kind.Write(Content) == Kind.Write(other.Content);
}
