namespace AgencyRoi.Platform.Errors;

/// <summary>Why a mutation was refused. Nothing of it was written.</summary>
[GraphQLName("Error")]
internal interface IUserError
{
    /// <summary>An English sentence for the developer or user; no message repeats an id.</summary>
    string Message { get; }

    /// <summary>The code of the fault, to be switched over.</summary>
    ErrorCode Code { get; }

    /// <summary>The way to the offending argument, for example <c>["input", "currency"]</c>; null when no single one is to blame.</summary>
    IReadOnlyList<string>? Path { get; }
}
