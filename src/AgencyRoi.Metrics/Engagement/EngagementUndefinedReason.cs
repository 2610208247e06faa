namespace AgencyRoi.Metrics.Engagement;

/// <summary>Why a ratio of engagement has no value. One that has a value has no reason.</summary>
public enum EngagementUndefinedReason
{
    /// <summary>Nobody recorded interactions.</summary>
    InteractionsNotMeasured,

    /// <summary>Interactions were counted, and there were none.</summary>
    NoInteractions,

    /// <summary>Of no interaction was it measured whether it led on.</summary>
    OnwardStepNotMeasured,

    /// <summary>Nobody recorded the active people of a whole month within the period.</summary>
    ActivityNotMeasured,

    /// <summary>Active people were counted, and nobody was.</summary>
    NobodyActive,

    /// <summary>Nobody recorded how many acted more than once.</summary>
    RepetitionNotMeasured,

    /// <summary>Nobody recorded the people reached in a whole month within the period.</summary>
    ReachNotMeasured,

    /// <summary>People reached were counted, and nobody was.</summary>
    NobodyReached,

    /// <summary>Nobody recorded how many were reached by what others shared.</summary>
    AmplificationNotMeasured,

    /// <summary>Nobody was reached by what others shared.</summary>
    NothingAmplified,

    /// <summary>Everybody was reached by what others shared: a circle without a beginning has no multiplier.</summary>
    AllAmplified,

    /// <summary>Nobody recorded how many of the people reached did not follow.</summary>
    FollowingNotMeasured,

    /// <summary>No channel that it could be divided by was audited by then.</summary>
    NotAudited,

    /// <summary>Channels were audited, and none of their followers is real.</summary>
    NoRealAudience,

    /// <summary>More accounts are known than the audience has: some known people do not follow, and the overlap cannot be told.</summary>
    MoreKnownThanAudience,

    /// <summary>There was no contact at the start.</summary>
    NoContacts,

    /// <summary>It has no value in the period before.</summary>
    NotMeasuredBefore,
}
