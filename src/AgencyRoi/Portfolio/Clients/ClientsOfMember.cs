using AgencyRoi.Access.Members;
using AgencyRoi.Platform.Database;

namespace AgencyRoi.Portfolio.Clients;

[ExtendObjectType<Member>]
internal static partial class ClientsOfMember
{
    [BindMember(nameof(Member.ClientIds))]
    public static async Task<IReadOnlyList<Client>?> GetClientsAsync(
        [Parent("ClientIds")] Member member,
        RowById<Client, ClientId> clients,
        CancellationToken cancellationToken
    ) => member.ClientIds is { } ids ? await clients.LoadKnownAsync(ids, cancellationToken) : null;
}

[ExtendObjectType<Invitation>]
internal static partial class ClientsOfInvitation
{
    [BindMember(nameof(Invitation.ClientIds))]
    public static async Task<IReadOnlyList<Client>?> GetClientsAsync(
        [Parent("ClientIds")] Invitation invitation,
        RowById<Client, ClientId> clients,
        CancellationToken cancellationToken
    ) => invitation.ClientIds is { } ids ? await clients.LoadKnownAsync(ids, cancellationToken) : null;
}
