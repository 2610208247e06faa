using AgencyRoi.Metrics.Experiments;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Records.Experiments;
using AgencyRoi.Records.IndirectValue;
using Estimate = AgencyRoi.Records.IndirectValue.Estimate;

namespace AgencyRoi.Reports.Experiments;

/// <summary>The answer of an experiment to its question.</summary>
internal enum ExperimentVerdict
{
    /// <summary>The treated group shows more, and chance alone seldom takes it there.</summary>
    TreatedHigher,

    /// <summary>The treated group shows less, and chance alone seldom takes it there.</summary>
    TreatedLower,

    /// <summary>The difference is one that chance alone would often make.</summary>
    NotSignificant,
}

/// <summary>Why an experiment has no verdict yet.</summary>
internal enum ExperimentUndecidedReason
{
    /// <summary>It was not started.</summary>
    NotStarted,

    /// <summary>A group has no unit.</summary>
    EmptyGroup,

    /// <summary>No unit differs from another of its group, so that there is nothing to measure the difference by.</summary>
    NoSpread,

    /// <summary>A group has fewer than 30 units, or its units did it, or did not, fewer than 10 times.</summary>
    TooFewUnits,

    /// <summary>It is running and a group has fewer units than planned. Who looks each week and stops at the first difference finds one where there is none.</summary>
    StillRunning,
}

/// <summary>A reason for care with an experiment's result.</summary>
internal enum ExperimentWarning
{
    /// <summary>Who is in the treated group was another customer before: the difference is an association and not what the treatment did.</summary>
    SelectionBias,

    /// <summary>Whatever else changed between before and after is part of the difference.</summary>
    BeforeAndAfter,

    /// <summary>The groups have other sizes than the plan says, which chance does once in a thousand times: something put units into the wrong group or lost them.</summary>
    SampleRatioMismatch,

    /// <summary>It was ended with fewer units than planned: a difference of the smallest size may have been missed, and one that was seen may be chance.</summary>
    EndedEarly,
}

/// <summary>A group of an experiment as it was measured.</summary>
/// <param name="UnitCount">The units that came in.</param>
/// <param name="SuccessCount">Those of them that did it. Null: the metric is a mean.</param>
/// <param name="Measured">The share or the mean, six places, with its interval at 95 %: Wilson's of a share, the normal's of a mean. Null: no unit came in.</param>
internal sealed record MeasuredGroup(decimal UnitCount, decimal? SuccessCount, Estimate? Measured);

/// <summary>
/// What an experiment found. Without a verdict its figures are there all the same, and say what they say with their interval.
/// </summary>
/// <param name="Treated">The treated group.</param>
/// <param name="Control">The control.</param>
/// <param name="Difference">The treated group's share or mean less the control's, six places, with its interval at 95 %. Null: it is not defined.</param>
/// <param name="PValue">How often chance alone would make a difference as large, two-sided, six places. Null: as above.</param>
/// <param name="Method">How the groups were compared. Null: they were not.</param>
/// <param name="Verdict">What it says to the question, at the significance of its plan. Null: nothing yet.</param>
/// <param name="UndecidedReason">Why there is no verdict. Null: there is one.</param>
/// <param name="MissingUnits">How many more units the smaller group needs to have as many as planned; 0: none.</param>
/// <param name="MissingWeeks">How many weeks that takes at the planned intake. Null: none is planned.</param>
/// <param name="Grade">
/// The evidence that it is: A of a randomised holdout or a geographic test, B of matched groups, C of engaged or not, D of before and after. Null: it is evidence of
/// nothing, for want of a significant verdict, of groups of the planned sizes, or of units by its end.
/// </param>
/// <param name="Warnings">What it has to be read with.</param>
internal sealed record ExperimentFindings(
    MeasuredGroup Treated,
    MeasuredGroup Control,
    Estimate? Difference,
    decimal? PValue,
    DifferenceMethod? Method,
    ExperimentVerdict? Verdict,
    ExperimentUndecidedReason? UndecidedReason,
    decimal MissingUnits,
    decimal? MissingWeeks,
    EvidenceGrade? Grade,
    [property: ListSize(AssumedSize = 4)] IReadOnlyList<ExperimentWarning> Warnings
)
{
    [GraphQLIgnore]
    public required Experiment Experiment { get; init; }

    /// <summary>The difference before it is shown.</summary>
    [GraphQLIgnore]
    public required Metrics.Estimate? ExactDifference { get; init; }
}
