using AgencyRoi.Platform.Tenancy;

namespace AgencyRoi.Access.Members;

/// <summary>An invitation that is asked for.</summary>
/// <param name="Email">As addresses are compared.</param>
internal sealed record NewInvitation(string Email, string? Name, AccessRole Role, ClientGrant Grant)
{
    /// <summary>How long the link is good.</summary>
    public TimeSpan Life { get; init; } = TimeSpan.FromDays(7);
}

/// <summary>An invitation just made. The text is shown now and can never be shown again.</summary>
internal sealed record IssuedInvitation(Invitation Invitation, InvitationText Text);
