namespace AgencyRoi.Metrics.Engagement;

/// <summary>Sums of interactions of any channels and days. They are of acts, views left aside.</summary>
public sealed record InteractionSums
{
    /// <summary>All of them; null: nobody recorded any.</summary>
    public decimal? All { get; init; }

    /// <summary>Those by which others come to see it.</summary>
    public decimal Amplifying { get; init; }

    /// <summary>Those of which it was measured whether they led on; null: of none.</summary>
    public decimal? Measured { get; init; }

    /// <summary>Those of them that led on.</summary>
    public decimal Onward { get; init; }
}

/// <summary>Counts of one channel in one month: people, each once in the month. Null: nobody measured it.</summary>
public sealed record ChannelMonth
{
    public decimal? Active { get; init; }

    /// <summary>Among the active.</summary>
    public decimal? RepeatedlyActive { get; init; }

    public decimal? Reached { get; init; }

    /// <summary>Among the people reached.</summary>
    public decimal? ReachedByAmplification { get; init; }

    /// <summary>Among the people reached.</summary>
    public decimal? NonFollowers { get; init; }

    /// <summary>Acts of the month; null: nobody recorded any.</summary>
    public decimal? Interactions { get; init; }

    /// <summary>Followers that are real by the last audit before the month's end; null: the channel was not audited by then.</summary>
    public Estimate? RealAudience { get; init; }
}
