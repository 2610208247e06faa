using AgencyRoi.Metrics.Statistics;
using AgencyRoi.Records.Stages;
using AgencyRoi.Returns.Comparison;
using AgencyRoi.Returns.Figures;

namespace AgencyRoi.Reports.Funnels;

/// <summary>
/// A step of a funnel: the contacts that reached its stage, or one beyond it, in the period for the first time. Whoever is a lead was reached before, even if nobody
/// recorded it, so that no step of a contact is left out.
/// </summary>
internal sealed class FunnelStep(CustomerStage stage, StepCount count, FigureScope scope, decimal cost)
{
    internal FigureScope Scope => scope;

    /// <summary>The stage.</summary>
    [Portal]
    public CustomerStage Stage => stage;

    /// <summary>The cohort: contacts whose first day at the stage or beyond it lies in the period. Of merged contacts the kept one counts, once.</summary>
    [Portal]
    public long ContactCount => count.Entered;

    /// <summary>The full cost of the period over the contacts. Of a channel or campaign its own cost over those who came by it. NOT_MEASURED: nobody did.</summary>
    public PerUnit CostPerContact
    {
        get
        {
            var ratio = count.CostPerEntered(cost);
            return new(ratio.Value is { } amount ? new Money(amount, scope.CurrencyCode) : null, ratio.Reason)
            {
                Counted = scope.Entries with { Side = EntrySide.Cost },
            };
        }
    }

    /// <summary>What became of the cohort: its way to the next step. Null: the last step has none.</summary>
    [Portal]
    public FunnelTransition? Next => stage == ContactSteps.All[^1] ? null : FunnelTransition.Of(count);
}

/// <summary>How many of a step's cohort reached the next step, and how long that took. They count until today, however long after the period they went on.</summary>
/// <param name="ContactCount">Those of the cohort who reached the next step, or one beyond it.</param>
/// <param name="Rate">
/// These ÷ the cohort, from 0 to 1 with six places, and Wilson's interval at 95 %. Two rates whose intervals overlap are not told apart. Null where nobody entered.
/// </param>
/// <param name="RateUndefinedReason">Why there is no rate. Null: there is one.</param>
/// <param name="MeanDays">
/// The time in the step: days from the first day at the step to the first day at the next, of those who went on, six places; who did both on one day counts with 0.
/// </param>
/// <param name="MeanDaysUndefinedReason">Why there is no mean: nobody went on. Null: there is one.</param>
[Portal]
internal sealed record FunnelTransition(
    long ContactCount,
    Records.IndirectValue.Estimate? Rate,
    UndefinedReason? RateUndefinedReason,
    decimal? MeanDays,
    UndefinedReason? MeanDaysUndefinedReason
)
{
    public static FunnelTransition Of(StepCount count)
    {
        var (rate, days) = (count.Rate, count.MeanDays);
        return new(
            ContactCount: count.WentOn,
            Rate: rate is { } known ? new(Rounded(known.Amount), Rounded(known.Low), Rounded(known.High)) : null,
            RateUndefinedReason: rate is null ? UndefinedReason.NotMeasured : null,
            MeanDays: days.Value,
            MeanDaysUndefinedReason: days.Reason
        );

        static decimal Rounded(decimal number) => decimal.Round(number, 6, MidpointRounding.AwayFromZero);
    }
}
