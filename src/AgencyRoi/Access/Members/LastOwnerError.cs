using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Access.Members;

/// <summary>The agency would have no owner of all its clients any more. Make another one first.</summary>
internal sealed record LastOwnerError : IUserError
{
    public string Message => "The last owner of an agency stays its owner: make another one first.";
    public ErrorCode Code => ErrorCode.LastOwner;
    public IReadOnlyList<string>? Path { get; } = ["input", "id"];
}
