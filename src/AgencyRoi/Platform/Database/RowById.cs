using AgencyRoi.GraphQL.DataLoading;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Platform.Database;

/// <summary>An entity with an id of ours.</summary>
internal interface IIdentified
{
    Guid Id { get; }
}

/// <summary>Single rows by id: those that one operation asks for are read together, and once.</summary>
internal sealed class RowById<T>(OperationDatabase database, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<Guid, T>(scheduler, options)
    where T : class, IIdentified
{
    protected override async Task<IReadOnlyDictionary<Guid, T>> LoadBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    )
    {
        Guid[] wanted = [.. keys];
        return await database.RunAsync(
            (session, token) => session.Db.Set<T>().Where(row => wanted.Contains(row.Id)).ToDictionaryAsync(row => row.Id, token),
            cancellationToken
        );
    }
}

internal static class OptionalRow
{
    /// <summary>The row that another refers to, if it refers to any.</summary>
    public static Task<T?> LoadAsync<T>(this RowById<T> rows, Guid? id, CancellationToken cancellationToken)
        where T : class, IIdentified => id is { } known ? rows.LoadAsync(known, cancellationToken) : Task.FromResult<T?>(null);
}
