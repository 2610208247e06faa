using AgencyRoi.GraphQL.DataLoading;
using AgencyRoi.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.ClientGroups;

/// <summary>Groups by id, those that the token may know.</summary>
internal sealed class ClientGroupById(OperationDatabase database, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<ClientGroupId, ClientGroup>(scheduler, options)
{
    /// <summary>Those of the ids that may be known, in their order.</summary>
    public async Task<IReadOnlyList<ClientGroup>> LoadKnownAsync(IReadOnlyList<ClientGroupId> ids, CancellationToken cancellationToken) =>
        [.. (await LoadAsync(ids, cancellationToken)).OfType<ClientGroup>()];

    protected override async Task<IReadOnlyDictionary<ClientGroupId, ClientGroup>> LoadBatchAsync(
        IReadOnlyList<ClientGroupId> keys,
        CancellationToken cancellationToken
    )
    {
        ClientGroupId[] wanted = [.. keys];
        return await database.RunAsync(
            (session, token) =>
                ClientGroup.Visible(session).Where(group => wanted.Contains(group.Id)).ToDictionaryAsync(group => group.Id, token),
            cancellationToken
        );
    }
}
