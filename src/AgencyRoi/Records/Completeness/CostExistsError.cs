using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Records.Completeness;

/// <summary>The client has a cost of this category in this month, or hours whose cost is not known: it cannot be declared to have none.</summary>
internal sealed record CostExistsError : IUserError
{
    public string Message => "There is a cost of this category in this month.";
    public ErrorCode Code => ErrorCode.CostExists;
    public IReadOnlyList<string>? Path { get; } = ["input", "category"];
}
