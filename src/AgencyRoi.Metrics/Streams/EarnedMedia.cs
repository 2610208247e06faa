namespace AgencyRoi.Metrics.Streams;

/// <summary>
/// What attention would have cost as advertising: impressions / 1000 × price of a thousand, or engagements × price of one. Grade E and
/// factor 0; a memo on request, never a line, and with no multiplier. The division by 1,000 is the trap of public calculators.
/// </summary>
public static class EarnedMedia
{
    public const EvidenceGrade Grade = EvidenceGrade.E;

    /// <summary>What every answer that holds the figure says with it.</summary>
    public const string Note =
        "A price of attention, not a value of communication (Barcelona Principles). It is blind to tone, proves no outcome and enters no return.";

    /// <param name="costPerThousand">Impressions.</param>
    /// <param name="share">Of the impressions that count, such as an engagement rate; at most 1, since a multiplier is refused.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number below zero, or a share above 1.</exception>
    public static Memo OfImpressions(decimal impressions, decimal costPerThousand, decimal share, string currencyCode)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(impressions);
        ArgumentOutOfRangeException.ThrowIfNegative(costPerThousand);
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1m);
        return new(MemoReason.Equivalence, impressions / 1_000m * costPerThousand * share, currencyCode);
    }
}
