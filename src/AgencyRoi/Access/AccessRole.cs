namespace AgencyRoi.Access;

/// <summary>The use of a credential.</summary>
internal enum AccessRole
{
    /// <summary>Agency staff who may do everything, tokens included.</summary>
    Owner,

    /// <summary>Agency staff who work with the figures.</summary>
    Analyst,

    /// <summary>A client's people: their own published figures only.</summary>
    Portal,
}
