namespace AgencyRoi.Platform.Database;

/// <summary>
/// The number of transactions of an agency that have written. Every session that writes adds one, in the transaction itself: two reads that see the same
/// number see the same rows of the agency.
/// </summary>
internal static class WriteCounts
{
    // What all agencies share changes with a migration alone.
    private const string Read = """
        select (select coalesce(sum(writes), 0) from app.write_counts where tenant_id = $1) || '/' || (select count(*) from app.schema_migrations)
        """;

    /// <summary>
    /// The statement that adds one. It takes a row that no other session holds and makes a new one where all are held: a writer never waits for another here,
    /// and an agency has as many rows as it ever had writers at once. Its values stand in its text, as those of all that opens a session; for an agency that is not there, or not the session's, it counts nothing.
    /// </summary>
    public static string Add(AgencyId agency) =>
        $"""
            with free as (select slot from app.write_counts where tenant_id = '{agency}' limit 1 for update skip locked),
              added as (update app.write_counts w set writes = w.writes + 1 from free where w.tenant_id = '{agency}' and w.slot = free.slot returning 1)
            insert into app.write_counts (tenant_id, slot, writes)
            select a.id, {Random.Shared.NextInt64()}, 1 from app.agencies a where a.id = '{agency}' and not exists (select from added)
            """;

    /// <summary>The number that the session sees, as a text to compare. In a session that reads it belongs to all that the session sees.</summary>
    public static async Task<string> OfAsync(DatabaseSession session, CancellationToken cancellationToken)
    {
        await using var command = session.Command(Read).With(session.TenantId);
        return (string)(await command.ExecuteScalarAsync(cancellationToken))!; // One row, and no part of it is null.
    }
}
