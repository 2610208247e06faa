using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Terms.People;

/// <summary>Another rate for the same hours holds on some of these days. End that one first.</summary>
internal sealed record RatesOverlapError(IReadOnlyList<string>? Path) : IUserError
{
    public string Message =>
        "Another rate of the same kind and level holds on some of these days: end that one first with updateHourlyRate.";
    public ErrorCode Code => ErrorCode.RatesOverlap;
}
