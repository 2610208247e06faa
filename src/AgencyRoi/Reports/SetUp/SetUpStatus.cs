using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Portfolio.Purposes;

namespace AgencyRoi.Reports.SetUp;

/// <summary>How far a client is set up, in the order purpose, measure, channel, facts. All of it need not be in place on day one: figures are shown meanwhile.</summary>
internal sealed class SetUpStatus(IReadOnlyList<SetUpGap> gaps)
{
    /// <summary>How many steps are complete from the first on, 0 to 4: how mature the client's measurement is.</summary>
    public int CompletedStepCount => Steps.TakeWhile(step => step.IsComplete).Count();

    /// <summary>What to do next. Null: nothing is missing.</summary>
    public SetUpGap? NextGap => gaps.Count == 0 ? null : gaps[0];

    /// <summary>The four steps in their order.</summary>
    public IReadOnlyList<SetUpStepStatus> Steps { get; } =
    [
        .. Enum.GetValues<SetUpStep>()
            .Select(step => new SetUpStepStatus(step, [.. gaps.Where(gap => SetUpGapCodes.StepOf(gap.Code) == step)])),
    ];
}

/// <summary>A step of the set-up of a client.</summary>
internal sealed class SetUpStepStatus(SetUpStep step, IReadOnlyList<SetUpGap> gaps)
{
    /// <summary>Which of the four.</summary>
    public SetUpStep Step => step;

    /// <summary>Whether nothing is missing.</summary>
    public bool IsComplete => gaps.Count == 0;

    /// <summary>What is missing, in the order in which it is best filled.</summary>
    public IReadOnlyList<SetUpGap> Gaps => gaps;
}

/// <summary>Something that is missing from the set-up of a client, with the call that fills it.</summary>
internal sealed class SetUpGap(SetUpGapCode code, int count, Guid? earliest) : IOfGoal, IOfChannel
{
    /// <summary>What is missing.</summary>
    public SetUpGapCode Code => code;

    /// <summary>Of how many purposes, goals or channels it is missing; 1 where it is missing of the client.</summary>
    public int AffectedCount => count;

    /// <summary>The sample operation that fills it, by its document id.</summary>
    public string SampleOperation => SetUpGapCodes.CureOf(code).SampleOperation;

    /// <summary>What to say in it.</summary>
    public string Message => SetUpGapCodes.CureOf(code).Message;

    /// <summary>The earliest purpose of which it is missing; null where it is missing of something else.</summary>
    [ID<Purpose>]
    public PurposeId? PurposeId => code is SetUpGapCode.PurposeWithoutGoal && earliest is { } id ? new(id) : null;

    /// <summary>The earliest goal of which it is missing; null where it is missing of something else.</summary>
    [ID<Goal>]
    public GoalId? GoalId =>
        code
            is SetUpGapCode.GoalWithoutIndicator
                or SetUpGapCode.GoalWithoutStream
                or SetUpGapCode.GoalWithoutValue
                or SetUpGapCode.GoalNotActivated
        && earliest is { } id
            ? new(id)
            : null;

    /// <summary>The earliest channel of which it is missing; null where it is missing of something else.</summary>
    [ID<Channel>]
    public ChannelId? ChannelId => code is SetUpGapCode.ChannelWithoutPurpose && earliest is { } id ? new(id) : null;
}
