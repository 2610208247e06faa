namespace AgencyRoi.Platform.Errors;

/// <summary>Your role, your token's scopes or a restriction to clients do not allow this.</summary>
internal sealed record ForbiddenError(string Message, IReadOnlyList<string>? Path = null) : IUserError
{
    public ErrorCode Code => ErrorCode.Forbidden;
}
