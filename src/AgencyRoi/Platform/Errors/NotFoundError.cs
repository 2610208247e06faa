namespace AgencyRoi.Platform.Errors;

/// <summary>There is no such object, or it is not yours: the two are not told apart.</summary>
internal sealed record NotFoundError(string Message, IReadOnlyList<string>? Path = null) : IUserError
{
    public ErrorCode Code => ErrorCode.NotFound;

    /// <summary>For an id in a field of the input: <c>NotFoundError.Of("client", "clientId")</c>.</summary>
    internal static NotFoundError Of(string thing, string field = "id") => new($"There is no such {thing}.", ["input", field]);
}
