namespace AgencyRoi.Errors;

/// <summary>The object was changed since you read it. Read it again and repeat the mutation with its new version.</summary>
public sealed record ConflictError : IError
{
    public string Message => "The object was changed by somebody else in the meantime.";
    public ErrorCode Code => ErrorCode.Conflict;
    public IReadOnlyList<string>? Path { get; } = ["input", "version"];
}
