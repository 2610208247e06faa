namespace AgencyRoi.Platform.Errors;

/// <summary>The object was changed since you read it. Read it again and repeat the mutation with its new version.</summary>
internal sealed record ConflictError : IUserError
{
    public string Message => "The object was changed in the meantime: read it again, and send its new version.";
    public ErrorCode Code => ErrorCode.Conflict;
    public IReadOnlyList<string>? Path { get; private init; } = ["input", "version"];

    /// <summary>Two made the same object at once, and the other was faster: no version was given that could be to blame.</summary>
    internal static ConflictError OfRace => new() { Path = null };
}
