namespace AgencyRoi.Platform.Errors;

/// <summary>Another object already has this code, external reference, name or label.</summary>
internal sealed record AlreadyExistsError(string Message, IReadOnlyList<string>? Path) : IUserError
{
    public ErrorCode Code => ErrorCode.AlreadyExists;
}
