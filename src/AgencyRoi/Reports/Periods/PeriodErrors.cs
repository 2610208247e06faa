using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Reports.Periods;

/// <summary>The month is not over yet in the client's time zone.</summary>
internal sealed record PeriodNotOverError : IUserError
{
    public string Message => "The month is not over yet in the client's time zone.";
    public ErrorCode Code => ErrorCode.PeriodNotOver;
    public IReadOnlyList<string>? Path { get; } = ["input", "month"];
}

/// <summary>The month was not closed, or not in this edition.</summary>
internal sealed record PeriodNotClosedError : IUserError
{
    public string Message =>
        "The month was not closed, or not in this edition: close it with closeClientPeriod, or name an edition that the client's periods list.";
    public ErrorCode Code => ErrorCode.PeriodNotClosed;
    public IReadOnlyList<string>? Path { get; } = ["input", "edition"];
}
