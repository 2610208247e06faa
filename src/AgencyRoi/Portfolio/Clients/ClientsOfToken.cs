using AgencyRoi.Access.Tokens;
using AgencyRoi.Platform.Database;

namespace AgencyRoi.Portfolio.Clients;

[ExtendObjectType<ApiToken>]
internal static partial class ClientsOfToken
{
    [BindMember(nameof(ApiToken.ClientIds))]
    public static async Task<IReadOnlyList<Client>?> GetClientsAsync(
        [Parent("ClientIds")] ApiToken token,
        RowById<Client, ClientId> clients,
        CancellationToken cancellationToken
    ) => token.ClientIds is { } ids ? await clients.LoadKnownAsync(ids, cancellationToken) : null;
}
