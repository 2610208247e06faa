using AgencyRoi.Platform.Database;

namespace AgencyRoi.Platform.Errors;

/// <summary>Rows of the whole agency are not there for a token that is restricted to clients, by whatever way they are asked for.</summary>
internal static class OfWholeAgency
{
    /// <summary>For reads.</summary>
    public static async Task<T?> LoadAsync<T>(Guid id, RowById<T> rows, OperationDatabase database, CancellationToken cancellationToken)
        where T : class, IIdentified => database.Current.Scope.Clients.IsAll ? await rows.LoadAsync(id, cancellationToken) : null;

    /// <summary>For a mutation that changes it.</summary>
    public static async Task<Found<T>> FindAsync<T>(
        DatabaseSession session,
        string thing,
        Guid id,
        long version,
        CancellationToken cancellationToken
    )
        where T : class, IVersioned =>
        session.Scope.Clients.IsAll
            ? await session.FindAsync<T>(thing, id, version, cancellationToken)
            : new(null, NotFoundError.Of(thing));
}
