using AgencyRoi.GraphQL.DataLoading;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Platform.Database;

/// <summary>An entity with an id of ours.</summary>
internal interface IIdentified<TId>
{
    TId Id { get; }
}

/// <summary>An entity whose id has no type of its own.</summary>
internal interface IIdentified : IIdentified<Guid>;

/// <summary>Single rows by id: those that one operation asks for are read together, and once.</summary>
internal class RowById<T, TId>(OperationDatabase database, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<TId, T>(scheduler, options)
    where T : class, IIdentified<TId>
    where TId : struct
{
    protected override async Task<IReadOnlyDictionary<TId, T>> LoadBatchAsync(IReadOnlyList<TId> keys, CancellationToken cancellationToken)
    {
        TId[] wanted = [.. keys];
        return await database.RunAsync(
            (session, token) => session.Db.Set<T>().Where(row => wanted.Contains(row.Id)).ToDictionaryAsync(row => row.Id, token),
            cancellationToken
        );
    }

    /// <summary>Those rows of a list of ids that are there. For ids that no foreign key vouches for, such as a token's clients.</summary>
    public async Task<IReadOnlyList<T>> LoadKnownAsync(IReadOnlyList<TId> ids, CancellationToken cancellationToken) =>
        [.. (await LoadAsync(ids, cancellationToken)).OfType<T>()];
}

/// <summary>The same for ids without a type of their own.</summary>
internal sealed class RowById<T>(OperationDatabase database, IBatchScheduler scheduler, DataLoaderOptions options)
    : RowById<T, Guid>(database, scheduler, options)
    where T : class, IIdentified;
