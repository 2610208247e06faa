namespace AgencyRoi.Records.Experiments;

/// <summary>How units come into the groups of an experiment, the most trustworthy first.</summary>
internal enum ExperimentDesign
{
    /// <summary>Chance put each unit into its group; those held out are the control.</summary>
    RandomisedHoldout,

    /// <summary>Chance put each region into its group.</summary>
    GeographicTest,

    /// <summary>Each treated unit, or stratum of them, was matched with untreated ones that are alike in what is known.</summary>
    MatchedGroups,

    /// <summary>Those who engaged beside those who did not, as they are. Who engages was another customer before.</summary>
    EngagedOrNot,

    /// <summary>The same units before and after. Whatever else changed meanwhile is part of the difference.</summary>
    BeforeAndAfter,
}

/// <summary>The thing that is put into a group and measured, each of which counts once.</summary>
internal enum ExperimentUnit
{
    /// <summary>A contact of the client.</summary>
    Contact,

    /// <summary>A web site.</summary>
    Site,

    /// <summary>A region.</summary>
    Region,

    /// <summary>A store.</summary>
    Store,

    /// <summary>A post.</summary>
    Post,
}

/// <summary>The kind of number that is compared.</summary>
internal enum ExperimentMetric
{
    /// <summary>The share of the units that did something.</summary>
    Share,

    /// <summary>The mean over the units of an amount or a number.</summary>
    Mean,
}

/// <summary>A group of an experiment.</summary>
internal enum ExperimentGroup
{
    /// <summary>The units that met what is tested.</summary>
    Treated,

    /// <summary>The units that did not.</summary>
    Control,
}

/// <summary>Where an experiment stands.</summary>
internal enum ExperimentStatus
{
    /// <summary>It was not started.</summary>
    Planned,

    /// <summary>It was started and not ended.</summary>
    Running,

    /// <summary>It was ended.</summary>
    Ended,

    /// <summary>It was ended without having been started.</summary>
    Cancelled,
}
