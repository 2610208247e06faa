namespace AgencyRoi.Reports.SetUp;

/// <summary>The step of setting up a client: first the purpose, then what shows that it is realised, then the channel, then what was paid and came back.</summary>
internal enum SetUpStep
{
    /// <summary>Why the client is on its channels.</summary>
    Purpose,

    /// <summary>A goal of each purpose, with an indicator, a stream and a value, activated.</summary>
    Measure,

    /// <summary>Where the client is present, each place for a purpose.</summary>
    Channel,

    /// <summary>Exchange rates where they are needed, costs, and what came back.</summary>
    Facts,
}

/// <summary>Something that is missing from the set-up of a client, in the order of the steps.</summary>
internal enum SetUpGapCode
{
    /// <summary>Nobody has said why the client is on its channels.</summary>
    NoPurpose,

    /// <summary>Nothing measurable shows whether a purpose is realised, since there is no purpose yet.</summary>
    NoGoal,

    /// <summary>A purpose has no goal.</summary>
    PurposeWithoutGoal,

    /// <summary>A draft says not what is counted, and its purpose has no activated goal.</summary>
    GoalWithoutIndicator,

    /// <summary>A draft says not to which stream its value belongs, and its purpose has no activated goal.</summary>
    GoalWithoutStream,

    /// <summary>A draft says not what one unit is worth, and its purpose has no activated goal.</summary>
    GoalWithoutValue,

    /// <summary>A draft has all it needs, and its purpose has no activated goal.</summary>
    GoalNotActivated,

    /// <summary>The client is present nowhere.</summary>
    NoChannel,

    /// <summary>A channel in use serves no purpose with an activated goal.</summary>
    ChannelWithoutPurpose,

    /// <summary>The client's currency is not the agency's, and no rate leads from one to the other: its first fact would be refused.</summary>
    NoExchangeRate,

    /// <summary>Nothing was paid yet that counts for the client.</summary>
    NoCost,

    /// <summary>Nothing came back yet.</summary>
    NoValue,
}

internal static class SetUpGapCodes
{
    public static SetUpStep StepOf(SetUpGapCode code) =>
        code switch
        {
            SetUpGapCode.NoPurpose => SetUpStep.Purpose,
            SetUpGapCode.NoGoal
            or SetUpGapCode.PurposeWithoutGoal
            or SetUpGapCode.GoalWithoutIndicator
            or SetUpGapCode.GoalWithoutStream
            or SetUpGapCode.GoalWithoutValue
            or SetUpGapCode.GoalNotActivated => SetUpStep.Measure,
            SetUpGapCode.NoChannel or SetUpGapCode.ChannelWithoutPurpose => SetUpStep.Channel,
            SetUpGapCode.NoExchangeRate or SetUpGapCode.NoCost or SetUpGapCode.NoValue => SetUpStep.Facts,
            _ => throw new ArgumentOutOfRangeException(nameof(code), code, null),
        };

    /// <summary>The sample operation that fills the gap, by its document id, and what it is to say.</summary>
    public static (string SampleOperation, string Message) CureOf(SetUpGapCode code) =>
        code switch
        {
            SetUpGapCode.NoPurpose => ("goals/CreatePurpose", "Say why the client is on its channels: what for, which problem, for whom."),
            SetUpGapCode.NoGoal => ("goals/CreateGoal", "After the purpose, say what is counted to show that it is realised."),
            SetUpGapCode.PurposeWithoutGoal => ("goals/CreateGoal", "Say what is counted to show that the purpose is realised."),
            SetUpGapCode.GoalWithoutIndicator => ("goals/UpdateGoal", "Say in indicator what is counted."),
            SetUpGapCode.GoalWithoutStream => ("goals/UpdateGoal", "Say in stream where the value of its outcomes belongs."),
            SetUpGapCode.GoalWithoutValue => ("goals/SetGoalValue", "Say what one unit is worth, from a day not after the first outcome."),
            SetUpGapCode.GoalNotActivated => ("goals/ActivateGoal", "Activate it: outcomes are recorded on active goals only."),
            SetUpGapCode.NoChannel => ("channels/CreateChannel", "Say where the client is present."),
            SetUpGapCode.ChannelWithoutPurpose => (
                "channels/UpdateChannel",
                "Say in purposeIds which purposes the channel serves, or retire it."
            ),
            SetUpGapCode.NoExchangeRate => (
                "exchange-rates/SetExchangeRate",
                "Set a rate between the client's currency and the agency's before the first fact, which would be refused with NO_EXCHANGE_RATE."
            ),
            SetUpGapCode.NoCost => ("costs/RecordCost", "Record what was paid, or import it."),
            SetUpGapCode.NoValue => ("goals/RecordOutcome", "Record what came back: outcomes of a goal, sales, or facts of other streams."),
            _ => throw new ArgumentOutOfRangeException(nameof(code), code, null),
        };
}
