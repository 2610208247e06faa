using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.IndirectValue;

/// <summary>A fact of a stream as somebody states it.</summary>
internal sealed record StreamFactStatement : ClientStatement
{
    public required StreamKind Kind { get; init; }

    public required IStreamContent Content { get; init; }

    public required DateOnly OccurredOn { get; init; }

    public DateOnly? To { get; init; }

    public ChannelId? ChannelId { get; init; }

    public CampaignId? CampaignId { get; init; }

    public GoalId? GoalId { get; init; }

    public required EvidenceGrade EvidenceGrade { get; init; }

    public IReadOnlyList<EvidenceItem> Evidence { get; init; } = [];

    public override DateOnly Day => OccurredOn;

    public Dimensions Dimensions => new(ChannelId?.Value, CampaignId?.Value, GoalId?.Value);

    public override void Check(FactChecks checks) => StreamChecks.Apply(checks, this);

    /// <summary>Whether two statements say the same: contents by what is written of them, evidence by its pieces.</summary>
    public bool Equals(StreamFactStatement? other) =>
        other is not null
        && base.Equals(other)
        && Kind == other.Kind
        && (OccurredOn, To, EvidenceGrade) == (other.OccurredOn, other.To, other.EvidenceGrade)
        && Dimensions == other.Dimensions
        && Evidence.SequenceEqual(other.Evidence)
        && Kind.Write(Content) == Kind.Write(other.Content);

    public override int GetHashCode() => base.GetHashCode();
}
