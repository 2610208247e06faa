namespace AgencyRoi.Platform.Errors;

/// <summary>Your token's role or its restriction to clients does not allow this.</summary>
internal sealed record ForbiddenError(string Message, IReadOnlyList<string>? Path = null) : IUserError
{
    public ErrorCode Code => ErrorCode.Forbidden;
}
