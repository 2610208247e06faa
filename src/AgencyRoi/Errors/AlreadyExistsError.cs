namespace AgencyRoi.Errors;

/// <summary>Another object already has this code or external reference.</summary>
public sealed record AlreadyExistsError(string Message, IReadOnlyList<string>? Path) : IError
{
    public ErrorCode Code => ErrorCode.AlreadyExists;
}
