using AgencyRoi.Records.Outcomes;
using AgencyRoi.Records.Sales;

namespace AgencyRoi.Reports.Duplicates;

/// <summary>Why two facts look like one.</summary>
internal enum DuplicateReason
{
    /// <summary>
    /// They name the same lead or order, or are of one goal and have the same external reference, and yet claim two units: one has a quantity above 1, is a
    /// sale of the goal, or was posted before facts were joined by all that they name and not revalued since.
    /// </summary>
    SameReference,

    /// <summary>They have the same contact and the same amount, and are at most one day apart.</summary>
    SameContactAndAmount,
}

/// <summary>A decision on two facts.</summary>
internal enum DuplicateVerdict
{
    /// <summary>Nothing yet, or it was taken back.</summary>
    Open,

    /// <summary>They are one fact: they claim one unit, and what is counted is the strongest claim on it.</summary>
    SameFact,

    /// <summary>They are two facts: both count, and they are no longer suspected.</summary>
    NotTheSame,
}

/// <summary>An outcome and a sale or conversion that may be one fact, given twice. Nothing is merged unless somebody says so.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Sale">The sale or conversion.</param>
/// <param name="Reason">
/// Why they look like one fact; null once they were found to be one and claim one unit, or when somebody decided on two that do not look alike.
/// </param>
/// <param name="Verdict">What holds now.</param>
/// <param name="Amount">What the outcome claims, which is counted twice if they are one; null when it counts nothing.</param>
/// <param name="Note">Why it was decided so.</param>
/// <param name="DecidedAt">When; null: nobody decided.</param>
/// <param name="DecidedBy">Who.</param>
internal sealed record SuspectedDuplicate(
    Outcome Outcome,
    Sale Sale,
    DuplicateReason? Reason,
    DuplicateVerdict Verdict,
    Money? Amount,
    string? Note,
    DateTimeOffset? DecidedAt,
    string? DecidedBy
)
{
    /// <param name="found">The pair.</param>
    /// <param name="currency">The client's.</param>
    public static SuspectedDuplicate Of(DuplicateSuspicion found, Outcome outcome, Sale sale, string currency) =>
        new(
            outcome,
            sale,
            found.Reason,
            found.Verdict,
            found.Amount is { } amount ? new Money(amount, currency).Rounded(MinorUnits.Of(currency)) : null,
            found.Note,
            found.DecidedAt,
            found.DecidedBy
        );
}
