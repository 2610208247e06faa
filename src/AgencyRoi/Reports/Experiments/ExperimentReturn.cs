using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Records.Experiments;
using AgencyRoi.Records.IndirectValue;
using AgencyRoi.Returns.Figures;
using AgencyRoi.Returns.Totals;
using Estimate = AgencyRoi.Records.IndirectValue.Estimate;

namespace AgencyRoi.Reports.Experiments;

/// <summary>Why an experiment has no return.</summary>
internal enum ExperimentReturnUndefinedReason
{
    /// <summary>The groups were not compared.</summary>
    NotMeasured,

    /// <summary>The plan does not say what one more unit is worth.</summary>
    NoUnitValue,

    /// <summary>The plan names no campaign whose cost it is.</summary>
    NoCampaign,

    /// <summary>The campaign has no cost on the days of the experiment.</summary>
    NoCost,

    /// <summary>Refunds of the campaign's cost are more than the cost on these days.</summary>
    NegativeCost,
}

/// <summary>Cost and value of the campaign on the days of an experiment, as the client's return books them.</summary>
internal sealed class ExperimentRoi(FigureScope scope, IEnumerable<EntrySum> sums) : FourFigures(scope, sums);

/// <summary>Incremental return on investment, six places, with the interval of the value.</summary>
/// <param name="RoiPercent">(Incremental value − cost) × 100 ÷ cost.</param>
/// <param name="LowRoiPercent">The same of the lowest value in the interval.</param>
/// <param name="HighRoiPercent">The same of the highest value in the interval.</param>
internal sealed record IncrementalRoi(decimal RoiPercent, decimal LowRoiPercent, decimal HighRoiPercent)
{
    /// <summary>Null: there is no cost above zero to divide by.</summary>
    public static IncrementalRoi? Of(Metrics.Estimate value, decimal cost) =>
        (Roi.Percent(value.Amount, cost).Value, Roi.Percent(value.Low, cost).Value, Roi.Percent(value.High, cost).Value)
            is ({ } percent, { } low, { } high)
            ? new(percent, LowRoiPercent: low, HighRoiPercent: high)
            : null;
}

/// <summary>
/// Value that the treatment brought beyond what would have come anyway, beside what the books say. Nothing of it is posted: the books count each sale once, whoever caused it.
/// </summary>
/// <param name="IncrementalUnits">The difference × the units treated: of a share how many more did it than in the control's share; that is what the treatment did only where chance made the groups; two places. Null: not defined.</param>
/// <param name="IncrementalValue">The same × the worth of a unit. Null: not defined.</param>
/// <param name="IncrementalRoi">(Incremental value − cost) × 100 ÷ cost. Null: not defined.</param>
/// <param name="UndefinedReason">Why the last defined of them is the last. Null: all are.</param>
/// <param name="Booked">Cost and value that are booked for the campaign on the days of the experiment: the return that counts all of its sales. Null: no campaign, or not started.</param>
internal sealed record ExperimentReturn(
    Estimate? IncrementalUnits,
    MoneyEstimate? IncrementalValue,
    IncrementalRoi? IncrementalRoi,
    ExperimentReturnUndefinedReason? UndefinedReason,
    ExperimentRoi? Booked
)
{
    public static ExperimentReturn Of(ExperimentFindings findings, Client client, ExperimentRoi? booked)
    {
        if (findings.ExactDifference is not { } difference)
            return new(null, null, null, ExperimentReturnUndefinedReason.NotMeasured, booked);
        var units = Times(difference, findings.Treated.UnitCount);
        if (findings.Experiment.UnitValue is not { } worth)
            return new(Shown(units, 2), null, null, ExperimentReturnUndefinedReason.NoUnitValue, booked);
        var value = Times(units, worth);
        var roi = booked is null ? null : IncrementalRoi.Of(value, booked.ExactCost);
        return new(
            Shown(units, 2),
            MoneyEstimate.Of(Shown(value, MinorUnits.Of(client.Currency)), client.Currency),
            roi,
            roi is not null ? null
                : booked is null ? ExperimentReturnUndefinedReason.NoCampaign
                : booked.ExactCost == 0 ? ExperimentReturnUndefinedReason.NoCost
                : ExperimentReturnUndefinedReason.NegativeCost,
            booked
        );
    }

    private static Metrics.Estimate Times(Metrics.Estimate estimate, decimal by) =>
        new(estimate.Low * by, estimate.Amount * by, estimate.High * by);

    private static Estimate Shown(Metrics.Estimate exact, int places) =>
        new(Rounded(exact.Amount, places), Rounded(exact.Low, places), Rounded(exact.High, places));

    private static decimal Rounded(decimal exact, int places) => decimal.Round(exact, places, MidpointRounding.AwayFromZero);
}
