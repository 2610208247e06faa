using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Records.Experiments;

/// <summary>The rules of a plan.</summary>
internal static class ExperimentChecks
{
    /// <summary>Of a mean and its spread, so that sums of squares stay within a decimal.</summary>
    public const decimal LargestMean = 1_000_000_000m;

    private const int Places = 6;

    public static void Check(InputChecks checks, CreateExperimentInput plan)
    {
        checks.Code(plan.Code);
        checks.Text(plan.Name, "name");
        checks.Text(plan.Question, "question", longest: 2000);
        checks.Text(plan.MetricName, "metricName");
        checks.Text(plan.StopRule, "stopRule", longest: 2000);
        checks.WholeQuantity(plan.WeeklyUnits, "weeklyUnits");
        checks.Require(
            plan.WeeklyUnits is not 0,
            "weeklyUnits",
            "Without units there is no test: leave the field out when the number is not known."
        );
        if (plan.UnitValue is { } worth)
            checks.Amount(worth, "unitValue");
        checks.Places(plan.UnitValue, "unitValue", places: 4);
        checks.Require(
            plan.UnitValue is not 0,
            "unitValue",
            "What is worth nothing needs no test: leave the field out to make no money of the result."
        );
        Within(checks, plan.Significance, "significance", (0.001m, 0.2m, 3));
        Within(checks, plan.Power, "power", (0.5m, 0.99m, 2));
        Within(checks, plan.TreatedShare, "treatedShare", (0.05m, 0.95m, 2));
        CheckMetric(checks, plan);
    }

    private static void CheckMetric(InputChecks checks, CreateExperimentInput plan)
    {
        checks.Places(plan.ExpectedBaseline, "expectedBaseline", Places);
        checks.Places(plan.MinimumEffect, "minimumEffect", Places);
        checks.Places(plan.ExpectedDeviation, "expectedDeviation", Places);
        checks.Require(plan.MinimumEffect > 0, "minimumEffect", "The smallest difference to be found is above zero.");
        switch (plan.Metric)
        {
            case ExperimentMetric.Share:
                checks.Require(plan.ExpectedBaseline is > 0 and < 1, "expectedBaseline", "A share lies above 0 and below 1: 0.1 is 10 %.");
                checks.Compare(
                    plan.ExpectedBaseline + plan.MinimumEffect < 1 || plan.ExpectedBaseline - plan.MinimumEffect > 0,
                    "minimumEffect",
                    "expectedBaseline",
                    "A share that differs so much lies neither above 0 nor below 1."
                );
                checks.Require(
                    plan.ExpectedDeviation is null,
                    "expectedDeviation",
                    "The spread of a share follows from the share: leave it out."
                );
                break;
            case ExperimentMetric.Mean:
                checks.Require(
                    Math.Abs(plan.ExpectedBaseline) <= LargestMean,
                    "expectedBaseline",
                    $"A mean lies within {LargestMean:N0} on either side of 0."
                );
                checks.Require(plan.MinimumEffect <= LargestMean, "minimumEffect", $"A difference is at most {LargestMean:N0}.");
                checks.Require(
                    plan.ExpectedDeviation is > 0 and <= LargestMean,
                    "expectedDeviation",
                    $"The size of a test of means follows from how far single units spread: give the standard deviation, above 0 and at most {LargestMean:N0}."
                );
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(plan), plan.Metric, null);
        }
    }

    private static void Within(InputChecks checks, decimal value, string field, (decimal From, decimal To, int Places) bounds)
    {
        checks.Require(
            value >= bounds.From && value <= bounds.To,
            field,
            FormattableString.Invariant($"It lies from {bounds.From} to {bounds.To}.")
        );
        if (!checks.IsFaulty(field))
            checks.Places(value, field, bounds.Places);
    }
}
