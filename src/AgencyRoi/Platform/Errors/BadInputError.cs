namespace AgencyRoi.Platform.Errors;

/// <summary>A value is outside of what its field takes.</summary>
internal sealed record BadInputError(string Message, IReadOnlyList<string>? Path) : IUserError
{
    public ErrorCode Code => ErrorCode.BadInput;

    internal static BadInputError At(string field, string message) => new(message, ["input", field]);
}
