using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;

namespace AgencyRoi.Portfolio.Clients;

/// <summary>Something of one client.</summary>
internal interface IOfClient
{
    ClientId ClientId { get; }
}

[ExtendObjectType<IOfClient>]
internal static partial class ClientOf
{
    [Portal]
    [BindMember(nameof(IOfClient.ClientId))]
    public static Task<Client> GetClientAsync(
        [Parent("ClientId")] IOfClient row,
        RowById<Client, ClientId> clients,
        QueryContext<Client> query,
        CancellationToken cancellationToken
    ) => clients.LoadReferredAsync(row.ClientId, query, cancellationToken);
}
