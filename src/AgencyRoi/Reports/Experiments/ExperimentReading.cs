using AgencyRoi.Metrics.Experiments;
using AgencyRoi.Metrics.Statistics;
using AgencyRoi.Records.Experiments;
using Estimate = AgencyRoi.Records.IndirectValue.Estimate;

namespace AgencyRoi.Reports.Experiments;

/// <summary>Reads the two groups of an experiment: compares them, and says what may be concluded.</summary>
internal static class ExperimentReading
{
    private const int FewestEvents = 10;

    // Groups whose sizes chance makes once in a thousand times: a test of many experiments that raises few false alarms.
    private const double Mismatch = 0.001;

    public static ExperimentFindings Of(Experiment experiment, GroupSums? treated, GroupSums? control)
    {
        var difference = treated is null || control is null ? null : Compare(treated, control);
        var required = Experiment.RequiredUnits(experiment) ?? 0;
        var missing = Math.Max(0, required - Math.Min(treated?.Units ?? 0, control?.Units ?? 0));
        var undecided = Undecided(experiment, treated, control, difference, missing);
        var verdict = undecided is null ? VerdictOf(experiment, difference!) : (ExperimentVerdict?)null; // what is decided was compared
        var warnings = WarningsOf(experiment, treated?.Units ?? 0, control?.Units ?? 0, missing).ToList();
        return new(
            Treated: Shown(treated),
            Control: Shown(control),
            difference is null ? null : Rounded(difference.Difference),
            difference is null ? null : Rounded((decimal)difference.PValue),
            difference?.Method,
            verdict,
            undecided,
            MissingUnits: missing,
            MissingWeeks: experiment.WeeklyUnits is { } weekly
                ? decimal.Ceiling(missing / Math.Min(experiment.TreatedShare, 1m - experiment.TreatedShare) / weekly)
                : null,
            verdict is null or ExperimentVerdict.NotSignificant || warnings.Exists(DeniesEvidence) ? null : GradeOf(experiment.Design),
            warnings
        )
        {
            Experiment = experiment,
            ExactDifference = difference?.Difference,
        };
    }

    private static GroupDifference? Compare(GroupSums treated, GroupSums control) =>
        (treated.Successes, control.Successes, treated.Mean, control.Mean) switch
        {
            ({ } one, { } other, _, _) => GroupDifference.OfShares(new(one, treated.Units), new(other, control.Units)),
            (_, _, { } one, { } other) => GroupDifference.OfMeans(one, other),
            _ => null,
        };

    private static ExperimentUndecidedReason? Undecided(
        Experiment experiment,
        GroupSums? treated,
        GroupSums? control,
        GroupDifference? difference,
        long missing
    ) =>
        experiment.From is null ? ExperimentUndecidedReason.NotStarted
        : treated is null || control is null ? ExperimentUndecidedReason.EmptyGroup
        : Math.Min(treated.Units, control.Units) < Experiment.FewestUnits || Events(treated, control) < FewestEvents
            ? ExperimentUndecidedReason.TooFewUnits
        : difference is null ? ExperimentUndecidedReason.NoSpread
        : experiment.To is null && missing > 0 ? ExperimentUndecidedReason.StillRunning
        : null;

    // Of a share: how often its units did it, or did not, whichever is rarer. A mean has no events to be few.
    private static long Events(GroupSums treated, GroupSums control)
    {
        if (treated.Successes is not { } one || control.Successes is not { } other)
            return FewestEvents;
        return Math.Min(one + other, treated.Units + control.Units - one - other);
    }

    private static ExperimentVerdict VerdictOf(Experiment experiment, GroupDifference difference) =>
        difference.PValue >= (double)experiment.Significance ? ExperimentVerdict.NotSignificant
        : difference.Difference.Amount > 0 ? ExperimentVerdict.TreatedHigher
        : ExperimentVerdict.TreatedLower;

    // Groups that chance did not make, and an end that may have been chosen for what was seen.
    private static bool DeniesEvidence(ExperimentWarning warning) =>
        warning is ExperimentWarning.SampleRatioMismatch or ExperimentWarning.EndedEarly;

    private static EvidenceGrade GradeOf(ExperimentDesign design) =>
        design switch
        {
            ExperimentDesign.RandomisedHoldout or ExperimentDesign.GeographicTest => EvidenceGrade.A,
            ExperimentDesign.MatchedGroups => EvidenceGrade.B,
            ExperimentDesign.EngagedOrNot => EvidenceGrade.C,
            ExperimentDesign.BeforeAndAfter => EvidenceGrade.D,
            _ => throw new ArgumentOutOfRangeException(nameof(design), design, null),
        };

    private static IEnumerable<ExperimentWarning> WarningsOf(Experiment experiment, long treated, long control, long missing)
    {
        if (experiment.Design is ExperimentDesign.MatchedGroups or ExperimentDesign.EngagedOrNot)
            yield return ExperimentWarning.SelectionBias;
        if (experiment.Design == ExperimentDesign.BeforeAndAfter)
            yield return ExperimentWarning.BeforeAndAfter;
        if (
            IsByChance(experiment.Design)
            && Math.Min(treated, control) > 0
            && RatioPValue(treated, control, (double)experiment.TreatedShare) < Mismatch
        )
            yield return ExperimentWarning.SampleRatioMismatch;
        if (experiment is { From: not null, To: not null } && missing > 0)
            yield return ExperimentWarning.EndedEarly;
    }

    private static bool IsByChance(ExperimentDesign design) =>
        design is ExperimentDesign.RandomisedHoldout or ExperimentDesign.GeographicTest;

    // The normal's test of one share against the planned one.
    private static double RatioPValue(long treated, long control, double planned)
    {
        var all = (double)(treated + control);
        return Confidence.PValue((treated - all * planned) / Math.Sqrt(all * planned * (1 - planned)));
    }

    private static MeasuredGroup Shown(GroupSums? group) =>
        group is null
            ? new(0, null, null)
            : new(
                group.Units,
                group.Successes,
                group.Successes is { } successes ? Rounded(Wilson.Rate(successes, group.Units)!.Value) // it has units
                    : group.Mean!.Value.Interval is { } interval ? Rounded(interval) // either is there
                    : new Estimate(Rounded(group.Mean.Value.Mean))
            );

    private static Estimate Rounded(Metrics.Estimate exact) => new(Rounded(exact.Amount), Rounded(exact.Low), Rounded(exact.High));

    private static decimal Rounded(decimal exact) => decimal.Round(exact, 6, MidpointRounding.AwayFromZero);
}
