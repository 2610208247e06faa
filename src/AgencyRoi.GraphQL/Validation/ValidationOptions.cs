using AgencyRoi.GraphQL.Validation.Limits;

namespace AgencyRoi.GraphQL.Validation;

/// <summary>How strictly and how talkatively a document is validated.</summary>
public sealed record ValidationOptions
{
    public static ValidationOptions Default { get; } = new();

    /// <summary>Validation stops after this many errors.</summary>
    public int MaxAllowedErrors { get; init; } = 5;

    /// <summary>Whether messages end in "Did you mean ..". They tell names of the schema: only for callers that may see all of it.</summary>
    public bool Suggestions { get; init; }

    public DocumentLimits Limits { get; init; } = new();
}
