using AgencyRoi.Records.Experiments;

namespace AgencyRoi.Entry.Demo;

/// <summary>An experiment from its start to its end, with what came of it.</summary>
internal sealed record PlannedExperiment(string Code, string Name, string Question, DateRange Days)
{
    public string? Campaign { get; init; }

    public required decimal UnitValue { get; init; }

    public required IReadOnlyList<PlannedResult> Results { get; init; }

    public CreateExperimentInput In(LoadedParts parts) =>
        new(
            parts.ClientId,
            Code: Code,
            Name: Name,
            Question: Question,
            ExperimentDesign.RandomisedHoldout,
            ExperimentUnit.Contact,
            ExperimentMetric.Share,
            MetricName: "bought within 28 days",
            ExpectedBaseline: 0.10m,
            MinimumEffect: 0.03m,
            CampaignId: parts.Campaign(Campaign),
            UnitValue: UnitValue,
            WeeklyUnits: 400m,
            StopRule: "Complaints of more than one in a hundred of the treated."
        );
}

/// <summary>Results of those who came into a group on a day.</summary>
internal sealed record PlannedResult(string Experiment, ExperimentGroup Group, DateOnly On)
{
    public required int Units { get; init; }

    public required int Successes { get; init; }

    public ExperimentResultStatement In(LoadedParts parts) =>
        new()
        {
            ClientId = parts.ClientId,
            ExternalReference = $"{Experiment}-{Group}-{On:yyyy-MM-dd}",
            ExperimentCode = Experiment,
            GroupName = Group,
            OccurredOn = On,
            Units = Units,
            Successes = Successes,
        };
}
