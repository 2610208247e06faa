using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Posting;

namespace AgencyRoi.Records.Valuation;

/// <summary>The facts that may be worth something else than the ledger holds, by kind: those of some days, and those of which a claim waits for its unit.</summary>
/// <param name="context">What they were compared with.</param>
internal sealed class RevaluationCandidates(
    PostingContext context,
    StandingTerms standing,
    IReadOnlyDictionary<SourceKind, IReadOnlyCollection<DateOnly>> days
)
{
    public PostingContext Context => context;

    /// <summary>Of all kinds.</summary>
    public IReadOnlyList<(SourceKind Kind, DateOnly Day)> Days { get; } =
    [.. days.SelectMany(kind => kind.Value.Select(day => (kind.Key, day)))];

    public DateOnly[] DaysOf(SourceKind kind) => [.. days.GetValueOrDefault(kind, [])];

    public Guid[] WaitingOf(SourceKind kind) => [.. standing.WaitingOf(kind).Select(fact => fact.Id)];
}
