namespace AgencyRoi.Metrics;

/// <summary>How well a value is proven. The order is the order of strength: the stronger claim on a unit is served first.</summary>
public enum EvidenceGrade
{
    /// <summary>A randomised holdout or a geographic test, significant.</summary>
    A,

    /// <summary>Difference-in-differences, a matched or stratified comparison, or orders tracked with a multi-touch model.</summary>
    B,

    /// <summary>Engaged against not engaged as they are, a lagged correlation with controls, or the last touch alone.</summary>
    C,

    /// <summary>An expert's estimate, a benchmark, or a replacement cost.</summary>
    D,

    /// <summary>Vanity or equivalence: earned media value, followers.</summary>
    E,
}

/// <summary>The share of a value that its evidence lets into the adjusted total. An agency's policy, not science.</summary>
public sealed record EvidenceFactors(decimal A, decimal B, decimal C, decimal D, decimal E)
{
    public static EvidenceFactors Default { get; } = new(1m, 0.75m, 0.5m, 0.25m, 0m);

    public decimal Of(EvidenceGrade grade) =>
        grade switch
        {
            EvidenceGrade.A => A,
            EvidenceGrade.B => B,
            EvidenceGrade.C => C,
            EvidenceGrade.D => D,
            EvidenceGrade.E => E,
            _ => throw new ArgumentOutOfRangeException(nameof(grade), grade, null),
        };

    /// <summary>Cost and booked direct value count whole; assisted value, indirect value and cost avoided by their grade.</summary>
    public decimal Of(ReturnClass line, EvidenceGrade grade) =>
        line switch
        {
            ReturnClass.Direct or ReturnClass.Cost => 1m,
            ReturnClass.Assisted or ReturnClass.Indirect or ReturnClass.CostAvoided => Of(grade),
            _ => throw new ArgumentOutOfRangeException(nameof(line), line, null),
        };
}
