using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Portfolio.Goals;

/// <summary>Followers, likes, reach, views, visits and their like are volume metrics: they say nothing about value and cannot be a goal's indicator.</summary>
/// <param name="CountInstead">Three indicators that say what people do for the purpose; for goals of AWARENESS and ENGAGEMENT such as serve that aim.</param>
internal sealed record VanityMetricError([property: GraphQLIgnore] string Named, IReadOnlyList<string> CountInstead) : IUserError
{
    public string Message =>
        $"The indicator counts {Named}: a volume metric, worth nothing by itself. Count what people do for the purpose, for example "
        + $"{string.Join(", ", CountInstead)}. An agency that insists on it gives its reason in keepVolumeIndicator; the goal then has no value.";
    public ErrorCode Code => ErrorCode.VanityMetric;
    public IReadOnlyList<string>? Path { get; init; } = ["input", "indicator"];
}

/// <summary>An active goal needs an indicator: something countable that shows that its purpose is realised.</summary>
internal sealed record GoalWithoutIndicatorError : IUserError
{
    public string Message => "The goal has no indicator: give it one with updateGoal.";
    public ErrorCode Code => ErrorCode.GoalWithoutIndicator;
    public IReadOnlyList<string>? Path => null;
}

/// <summary>An active goal needs the value stream that its outcomes belong to.</summary>
internal sealed record GoalWithoutStreamError : IUserError
{
    public string Message => "The goal has no value stream: give it one with updateGoal.";
    public ErrorCode Code => ErrorCode.GoalWithoutStream;
    public IReadOnlyList<string>? Path => null;
}

/// <summary>The goal has no value for a unit of its indicator, or none that is in force on the day of the outcome.</summary>
internal sealed record GoalWithoutValueError(IReadOnlyList<string>? Path = null) : IUserError
{
    public string Message =>
        Path is null
            ? "The goal has no value: set one with setGoalValue."
            : "The goal has no value in force on this day: set one with setGoalValue that is effective from it or earlier.";
    public ErrorCode Code => ErrorCode.GoalWithoutValue;
}

/// <summary>A goal that is or was active goes on counting what it counts: between an indicator with a value and a volume metric only a draft changes.</summary>
internal sealed record GoalNotDraftError : IUserError
{
    public string Message =>
        "The goal is no draft any more: it does not change between an indicator with a value and a volume metric. Close it and create another goal.";
    public ErrorCode Code => ErrorCode.GoalNotDraft;
    public IReadOnlyList<string>? Path { get; } = ["input", "indicator"];
}

/// <summary>The goal counts a volume metric that the agency keeps: no unit of it has a value.</summary>
internal sealed record GoalCountsVolumeError : IUserError
{
    public string Message =>
        "The goal counts a volume metric that the agency keeps, and no unit of it has a value: set the value of another goal.";
    public ErrorCode Code => ErrorCode.GoalCountsVolume;
    public IReadOnlyList<string>? Path { get; } = ["input", "goalId"];
}

/// <summary>The goal is not active: outcomes are recorded on active goals, and only these can be closed.</summary>
internal sealed record GoalNotActiveError(IReadOnlyList<string>? Path) : IUserError
{
    public string Message => "The goal is not active: activate it with activateGoal.";
    public ErrorCode Code => ErrorCode.GoalNotActive;
}
