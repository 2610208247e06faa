namespace AgencyRoi.Platform.Database;

internal static class RowLock
{
    /// <summary>
    /// Makes writers that decide by more than one row wait for each other: the row is theirs until the session ends. Readers do not wait.
    /// </summary>
    /// <param name="table">A table's name from the code, never from a request.</param>
    /// <returns>Whether the row is there.</returns>
    public static async Task<bool> LockAsync<TId>(this DatabaseSession session, string table, TId id, CancellationToken cancellationToken)
        where TId : struct
    {
        await using var command = session
            .Command($"select 1 from app.{table} where tenant_id = $1 and id = $2 for no key update")
            .With(session.TenantId, id);
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }
}
