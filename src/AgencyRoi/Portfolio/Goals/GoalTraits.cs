namespace AgencyRoi.Portfolio.Goals;

/// <summary>The aim of a goal.</summary>
internal enum GoalType
{
    /// <summary>To be known by the right people.</summary>
    Awareness,

    /// <summary>To be talked with.</summary>
    Engagement,

    /// <summary>To be believed.</summary>
    Authority,

    /// <summary>To win customers.</summary>
    Conversion,

    /// <summary>To keep them.</summary>
    Retention,

    /// <summary>To sell them more.</summary>
    Upsell,

    /// <summary>To serve them well.</summary>
    CustomerExperience,
}

/// <summary>Where a goal stands.</summary>
internal enum GoalStatus
{
    /// <summary>Being worked out; takes no outcomes yet.</summary>
    Draft,

    /// <summary>In force: takes outcomes.</summary>
    Active,

    /// <summary>Over; its outcomes and their value stay.</summary>
    Closed,
}
