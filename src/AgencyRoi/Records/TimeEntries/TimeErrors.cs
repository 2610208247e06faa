using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Records.TimeEntries;

/// <summary>Hours are below zero.</summary>
internal sealed record NegativeHoursError : IUserError
{
    public string Message => "The hours are below zero.";
    public ErrorCode Code => ErrorCode.NegativeHours;
    public IReadOnlyList<string>? Path { get; } = ["input", "hours"];
}

/// <summary>The person would have worked more than 24 hours on the day, over all clients.</summary>
internal sealed record TooManyHoursError : IUserError
{
    public string Message => "A day has 24 hours, over all clients that the person works for.";
    public ErrorCode Code => ErrorCode.TooManyHours;
    public IReadOnlyList<string>? Path { get; } = ["input", "hours"];
}
