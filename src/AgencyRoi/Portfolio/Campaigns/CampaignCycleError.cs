using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Portfolio.Campaigns;

/// <summary>The campaign would come to lie below itself.</summary>
internal sealed record CampaignCycleError : IUserError
{
    public string Message => "A campaign cannot lie below itself.";
    public ErrorCode Code => ErrorCode.CampaignCycle;
    public IReadOnlyList<string>? Path { get; } = ["input", "parentId"];
}
