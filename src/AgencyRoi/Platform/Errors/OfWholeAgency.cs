using AgencyRoi.Platform.Database;

namespace AgencyRoi.Platform.Errors;

/// <summary>Rows of the whole agency are not there for a token that is restricted to clients, by whatever way they are asked for.</summary>
internal static class OfWholeAgency
{
    /// <summary>For reads.</summary>
    public static async Task<T?> LoadAsync<T, TId>(
        TId id,
        RowById<T, TId> rows,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
        where T : class, IIdentified<TId>
        where TId : struct, IEquatable<TId> => database.Current.Scope.Clients.IsAll ? await rows.LoadAsync(id, cancellationToken) : null;

    /// <summary>For reads of what tells the agency's finances.</summary>
    public static async Task<T?> LoadFinancesAsync<T, TId>(
        TId id,
        RowById<T, TId> rows,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
        where T : class, IIdentified<TId>
        where TId : struct, IEquatable<TId> => database.Current.Scope.SeesFinances ? await rows.LoadAsync(id, cancellationToken) : null;

    /// <summary>For a mutation that changes it.</summary>
    public static async Task<Found<T>> FindAsync<T, TId>(
        DatabaseSession session,
        string thing,
        TId id,
        long version,
        CancellationToken cancellationToken
    )
        where T : class, IVersioned<TId>
        where TId : struct, IEquatable<TId> =>
        session.Scope.Clients.IsAll
            ? await session.FindAsync<T, TId>(thing, id, version, cancellationToken)
            : new(null, NotFoundError.Of(thing));
}
