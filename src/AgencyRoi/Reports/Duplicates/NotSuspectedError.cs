using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Reports.Duplicates;

/// <summary>
/// The outcome and the sale are no pair of `suspectedDuplicates`: they do not look like one fact, count once already, or count for nothing.
/// </summary>
internal sealed record NotSuspectedError : IUserError
{
    public string Message =>
        "The outcome and the sale are not suspected to be one fact. Settle pairs of suspectedDuplicates. To make two facts count once, correct one of them so that both have the same leadReference or orderReference.";

    public ErrorCode Code => ErrorCode.NotSuspected;
    public IReadOnlyList<string>? Path { get; } = ["input", "saleId"];
}
