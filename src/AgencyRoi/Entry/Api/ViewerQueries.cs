using AgencyRoi.Access;
using AgencyRoi.Access.Members;
using AgencyRoi.Access.Permissions;
using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Entry.Api;

/// <summary>The agency that the token or the member belongs to.</summary>
/// <param name="Slug">Its short name.</param>
/// <param name="Name">Its name.</param>
/// <param name="Currency">ISO 4217: the currency in which it compares its clients.</param>
/// <param name="TimeZone">IANA name.</param>
[GraphQLName("Agency")]
[Portal]
internal sealed record ViewerAgency(string Slug, string Name, string Currency, string TimeZone);

/// <summary>The caller: everything here follows from the credential, and from what is stored about it.</summary>
/// <param name="Role">The caller's part in the agency.</param>
/// <param name="Agency">The agency that the caller belongs to.</param>
/// <param name="Currency">ISO 4217: the currency of figures over several clients.</param>
/// <param name="Permissions">What the caller may do: the permissions of the role that the scopes leave.</param>
/// <param name="Scopes">The permissions that the token is limited to, whatever its role has; null: to none of them.</param>
/// <param name="ClientIds">The clients that the caller is restricted to; null: all.</param>
/// <param name="MemberId">The member who signed in; null for an API token.</param>
[GraphQLName("Viewer")]
[Portal]
internal sealed record ViewerCard(
    AccessRole Role,
    ViewerAgency Agency,
    string Currency,
    IReadOnlyList<Permission> Permissions,
    IReadOnlyList<Permission>? Scopes,
    [property: ID<Client>] IReadOnlyList<ClientId>? ClientIds,
    [property: ID<Member>] Guid? MemberId
);

[ObjectType<ViewerCard>]
internal static partial class ClientsOfViewer
{
    [Portal]
    [BindMember(nameof(ViewerCard.ClientIds))]
    public static async Task<IReadOnlyList<Client>?> GetClientsAsync(
        [Parent] ViewerCard viewer,
        RowById<Client, ClientId> clients,
        CancellationToken cancellationToken
    ) => viewer.ClientIds is { } ids ? await clients.LoadKnownAsync(ids, cancellationToken) : null;

    [Portal]
    [BindMember(nameof(ViewerCard.MemberId))]
    public static Task<Member?> GetMemberAsync(
        [Parent] ViewerCard viewer,
        RowById<Member> members,
        QueryContext<Member> query,
        CancellationToken cancellationToken
    ) => members.LoadIfReferredAsync(viewer.MemberId, query, cancellationToken);
}

[QueryType]
internal static partial class ViewerQueries
{
    /// <summary>The caller: with which role, for which agency, in which currency, and what that allows.</summary>
    [Portal]
    public static ViewerCard GetViewer(Viewer viewer)
    {
        var agency = viewer.Agency;
        return new ViewerCard(
            viewer.Role,
            new ViewerAgency(agency.Identifier, agency.Name, agency.CurrencyCode, agency.TimeZone),
            agency.CurrencyCode,
            viewer.Permissions.ToList(),
            Scopes: viewer.Scopes == PermissionSet.All ? null : viewer.Scopes.ToList(),
            ClientIds: viewer.Clients.Clients?.Order().ToArray(),
            MemberId: viewer.Caller.MemberId
        );
    }
}
