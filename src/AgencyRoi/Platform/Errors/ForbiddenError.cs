namespace AgencyRoi.Platform.Errors;

/// <summary>Your token's role or its restriction to clients does not allow this.</summary>
internal sealed record ForbiddenError(string Message) : IUserError
{
    public ErrorCode Code => ErrorCode.Forbidden;
    public IReadOnlyList<string>? Path => null;
}
