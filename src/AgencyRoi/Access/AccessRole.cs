namespace AgencyRoi.Access;

/// <summary>The part that a person or a program has in an agency. Which rights each has stands in docs/permissions.md.</summary>
internal enum AccessRole
{
    /// <summary>Agency staff who may do everything, owners included.</summary>
    Owner,

    /// <summary>Agency staff who run it: everything but making and removing owners.</summary>
    Admin,

    /// <summary>Agency staff who are responsible for clients: they take them on, close periods and publish.</summary>
    Manager,

    /// <summary>Agency staff who work with the figures of clients.</summary>
    Analyst,

    /// <summary>Agency staff who keep its books: hourly rates, what people cost, shared cost, margins.</summary>
    Finance,

    /// <summary>Agency staff who bring in facts: hours, costs, sales, outcomes.</summary>
    Contributor,

    /// <summary>Agency staff who look and change nothing.</summary>
    ReadOnly,

    /// <summary>A client's people: their own published figures only.</summary>
    Portal,

    /// <summary>A client's people whose word on what is published counts. Today they may do what other people of the client may.</summary>
    PortalApprover,
}
