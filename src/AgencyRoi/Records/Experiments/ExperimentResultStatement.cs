using AgencyRoi.Metrics.Experiments;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Experiments;

/// <summary>Results of the units of one group that came into an experiment on one day, as somebody states it. It counts on the day on which the units came in.</summary>
internal sealed record ExperimentResultStatement : ObservationStatement
{
    /// <summary>The code of the experiment.</summary>
    [InFile("The code of the experiment.", Column = "experiment")]
    public required string ExperimentCode { get; init; }

    /// <summary>The group that they came into.</summary>
    [InFile("The group that they came into: TREATED or CONTROL.", Column = "group")]
    public required ExperimentGroup GroupName { get; init; }

    /// <summary>How many units came in on the day, a whole number above zero; each unit is counted on one day.</summary>
    [InFile("How many units came in on the day; each unit is counted on one day.", Number = FileNumber.Quantity)]
    public required decimal Units { get; init; }

    /// <summary>Those of them that did it, whenever it was: where the metric is a share.</summary>
    [InFile("Those of them that did it, whenever it was: where the metric is a share.", Number = FileNumber.Quantity)]
    public decimal? Successes { get; init; }

    /// <summary>The mean over these units: where the metric is a mean.</summary>
    [InFile("The mean over these units: where the metric is a mean.", Number = FileNumber.Quantity)]
    public decimal? Mean { get; init; }

    /// <summary>The standard deviation (n − 1) of these units; 0 for a single unit: where the metric is a mean.</summary>
    [InFile(
        "The standard deviation (n - 1) of these units; 0 for a single unit: where the metric is a mean.",
        Number = FileNumber.Quantity
    )]
    public decimal? Deviation { get; init; }

    protected override void CheckContent(InputChecks checks)
    {
        checks.WholeQuantity(Units, "units");
        checks.Require(Units <= SampleSize.Most, "units", $"At most {SampleSize.Most:N0} units come in on a day.");
        checks.Require(Units != 0, "units", "Nobody came in: leave the row out.");
        checks.WholeQuantity(Successes, "successes");
        checks.Compare(!(Successes > Units), "successes", "units", "There are not more of them than units that came in.");
        checks.Places(Mean, "mean", 6);
        checks.Places(Deviation, "deviation", 6);
        checks.Require(
            !(Math.Abs(Mean ?? 0) > ExperimentChecks.LargestMean),
            "mean",
            $"A mean lies within {ExperimentChecks.LargestMean:N0} on either side of 0."
        );
        checks.Require(
            Deviation is null or (>= 0 and <= ExperimentChecks.LargestMean),
            "deviation",
            $"A standard deviation lies from 0 to {ExperimentChecks.LargestMean:N0}."
        );
        checks.Require(
            Mean is null == Deviation is null || checks.IsFaulty("mean"),
            "deviation",
            "A mean and its standard deviation come together."
        );
        checks.Require(
            Successes is null != Mean is null || checks.IsFaulty("mean") || checks.IsFaulty("deviation"),
            "successes",
            "Give either those that did it or the mean, as the experiment's metric asks."
        );
        checks.Compare(!(Units == 1 && Deviation > 0), "deviation", "units", "A single unit does not spread: its standard deviation is 0.");
    }

    /// <summary>What the experiment says against it.</summary>
    public IUserError? ErrorIn(Experiment experiment)
    {
        if (experiment.From is not { } start)
            return BadInputError.At(
                "experimentCode",
                "The experiment was not started: start it first, so that its plan is older than its results."
            );
        // Before and after, the control are the units as they were before.
        var isBefore = experiment.Design == ExperimentDesign.BeforeAndAfter && GroupName == ExperimentGroup.Control;
        if (isBefore && OccurredOn >= start)
            return BadInputError.At("occurredOn", $"The control of before and after lies before the start, {start:yyyy-MM-dd}.");
        if (!isBefore && OccurredOn < start)
            return BadInputError.At("occurredOn", $"The experiment was started later, on {start:yyyy-MM-dd}.");
        if (OccurredOn >= experiment.To)
            return BadInputError.At(
                "occurredOn",
                $"The experiment was over on {experiment.To:yyyy-MM-dd}: who came in then was not part of it."
            );
        return experiment.Metric switch
        {
            ExperimentMetric.Share when Successes is null => BadInputError.At(
                "successes",
                "The experiment compares shares: say how many did it."
            ),
            ExperimentMetric.Mean when Mean is null => BadInputError.At("mean", "The experiment compares means: give mean and deviation."),
            ExperimentMetric.Share or ExperimentMetric.Mean => null,
            _ => throw new ArgumentOutOfRangeException(nameof(experiment), experiment.Metric, null),
        };
    }
}
