using AgencyRoi.Access.Permissions;
using AgencyRoi.Access.Tokens;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Direct;

namespace AgencyRoi.Access.Members;

[QueryType]
internal static partial class MemberQueries
{
    private static readonly RowList<Member> Members = new(
        static db => db.Set<Member>(),
        sort => sort.AddDescending(member => member.CreatedAt)
    );

    private static readonly RowList<Invitation> All = new(
        static db => db.Set<Invitation>(),
        sort => sort.AddDescending(invitation => invitation.CreatedAt)
    );

    /// <summary>
    /// The people who sign in for the agency, the latest first unless another order is asked for; those who were removed are told apart by `removedAt`. For
    /// owners and admins who are not restricted to clients.
    /// </summary>
    [Authorize(Policies.WholeAgency)]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<Page<Member>> GetMembersAsync(
        PagingArguments paging,
        QueryContext<Member> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => Members.PageAsync(database, paging, query, cancellationToken);

    /// <summary>
    /// The invitations of the agency, the latest first unless another order is asked for. One is open when it was neither accepted nor revoked and has not
    /// expired. For owners and admins who are not restricted to clients.
    /// </summary>
    [Authorize(Policies.WholeAgency)]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<Page<Invitation>> GetInvitationsAsync(
        PagingArguments paging,
        QueryContext<Invitation> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => All.PageAsync(database, paging, query, cancellationToken);
}

[ObjectType<Invitation>]
internal static partial class InvitationFields
{
    /// <summary>The member that the person is by it; null before it was accepted.</summary>
    [BindMember(nameof(Invitation.MemberId))]
    public static Task<Member?> GetMemberAsync(
        [Parent("MemberId")] Invitation invitation,
        RowById<Member> members,
        QueryContext<Member> query,
        CancellationToken cancellationToken
    ) => members.LoadIfReferredAsync(invitation.MemberId, query, cancellationToken);
}

[ExtendObjectType<ApiToken>]
internal static partial class MakerOfToken
{
    /// <summary>The member who gave it out; null when a token or a command did, and for whoever may not see the member.</summary>
    [BindMember(nameof(ApiToken.IssuerMemberId))]
    public static async Task<Member?> GetIssuerMemberAsync(
        [Parent("IssuerMemberId")] ApiToken token,
        RowById<Member> members,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        // A token that renews itself is shown, whatever it may do.
        token.IssuerMemberId
            is { } id
        && viewer.May(Permission.ManageMembers)
        && await members.LoadRequiredAsync(id, cancellationToken) is var member
        && viewer.Grant.Covers(member.Grant)
            ? member
            : null;
}
