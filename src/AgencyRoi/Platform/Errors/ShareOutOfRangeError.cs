namespace AgencyRoi.Platform.Errors;

/// <summary>A share, a rate or a probability is below 0 or above 1, which stands for the whole.</summary>
internal sealed record ShareOutOfRangeError(IReadOnlyList<string>? Path) : IUserError
{
    public string Message => "A share lies between 0 and 1.";
    public ErrorCode Code => ErrorCode.ShareOutOfRange;
}
