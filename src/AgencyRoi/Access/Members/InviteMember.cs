using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Tenancy;

namespace AgencyRoi.Access.Members;

/// <summary>A person to be invited.</summary>
/// <param name="Email">The address that the link is sent to. The person signs in with it, and the identity provider says that it is theirs.</param>
/// <param name="Role">Their part in the agency. A client's people are restricted to its clients.</param>
/// <param name="ClientIds">The clients that they are restricted to; without them they see all.</param>
/// <param name="ClientGroupIds">
/// At most 10 groups whose clients they are restricted to, as these are at the time of each request. With <c>clientIds</c> they see both.
/// </param>
/// <param name="Name">Their name, at most 200 characters.</param>
/// <param name="Days">How many days the link is good, from 1 to 30.</param>
internal sealed record InviteMemberInput(
    string Email,
    AccessRole Role,
    [property: ID("Client")] IReadOnlyList<ClientId>? ClientIds = null,
    [property: ID("ClientGroup")] IReadOnlyList<ClientGroupId>? ClientGroupIds = null,
    string? Name = null,
    int Days = 7
);

/// <summary>An invitation just made.</summary>
/// <param name="Invitation">What is kept of it.</param>
/// <param name="Secret">The secret of the link, which stands in it after the <c>#</c>. Shown now and never again.</param>
[GraphQLName("IssuedInvitation")]
internal sealed record NewInvitationText(Invitation Invitation, string Secret);

[MutationType]
internal static partial class InviteMember
{
    private const int MostDays = 30;

    /// <summary>
    /// Makes an invitation. The service sends no mail: give the person the address of the page for it, with `secret` after `#`. For owners and admins;
    /// nobody gives a role with more rights or more clients than their own. To repeat it safely, send it again: when the first was stored,
    /// ALREADY_EXISTS at `email` says so. Its secret cannot be shown again: find the invitation by `invitations(where: { email: … })`, revoke it with
    /// `revokeInvitation`, and send this again.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<AlreadyExistsError>]
    [Error<ForbiddenError>]
    public static Task<FieldResult<NewInvitationText>> InviteMemberAsync(
        InviteMemberInput input,
        OperationDatabase database,
        MemberChanges changes,
        Viewer viewer,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => InviteAsync(session, changes, viewer, input, token), cancellationToken);

    private static async Task<FieldResult<NewInvitationText>> InviteAsync(
        DatabaseSession session,
        MemberChanges changes,
        Viewer viewer,
        InviteMemberInput input,
        CancellationToken cancellationToken
    )
    {
        var checks = new InputChecks();
        var email = await EmailAddress.NormaliseAsync(session, input.Email, cancellationToken);
        checks.Require(email is not null, "email", "An address has a name, an @ and a domain, and at most 254 characters.");
        checks.Text(input.Name, "name");
        ClientGrantInput.Check(checks, input.ClientIds, input.ClientGroupIds);
        checks.Require(input.Days is >= 1 and <= MostDays, "days", $"From 1 to {MostDays} days.");
        if (!checks.Passed)
            return checks.Refuse<NewInvitationText>();

        var grant = ClientGrant.Of(input.ClientIds, input.ClientGroupIds);
        if (MemberRights.WhyNotGive(viewer, input.Role, grant) is { } refusal)
            return refusal.Refuse<NewInvitationText>();
        if (await ClientGrantInput.WhyNotThereAsync(session, grant, cancellationToken) is { } absent)
            return absent.Refuse<NewInvitationText>();
        await changes.BeginAsync(viewer, cancellationToken);

        var open = await Invitations.FindOpenAsync(session, email!, cancellationToken); // Checked above.
        if (open?.IsPendingAt(changes.Now) == true)
            return new AlreadyExistsError(
                "An invitation to this address is pending, and its secret was shown once: if it did not reach you, find it by "
                    + "invitations(where: { email: { eq: … } }), revoke it with revokeInvitation and send this again.",
                ["input", "email"]
            ).Refuse<NewInvitationText>();
        if (open is not null)
        {
            // Before the new one is there: of each address one is open.
            open.Revoke(changes.Now);
            await session.Db.SaveChangesAsync(cancellationToken);
        }
        var wanted = new NewInvitation(email!, input.Name, input.Role, grant) { Life = TimeSpan.FromDays(input.Days) }; // Checked above.
        var issued = await Invitations.AddAsync(session, wanted, viewer.Scope.Actor, changes.Now, cancellationToken);
        return await session.SaveAsync(new NewInvitationText(issued.Invitation, $"{issued.Text}"), cancellationToken);
    }
}
