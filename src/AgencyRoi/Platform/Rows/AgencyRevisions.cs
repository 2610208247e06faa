using AgencyRoi.Platform.Database;

namespace AgencyRoi.Platform.Rows;

/// <summary>The numbers of dated rows that belong to the agency, which has no row of its own that may be locked.</summary>
internal static class AgencyRevisions
{
    private const int LockKey = 7_246_051;

    /// <summary>Of two for the same day one waits until the other has its number: held until the transaction ends.</summary>
    public static async Task LockAsync(DatabaseSession session, CancellationToken cancellationToken)
    {
        await using var command = session.Command($"select pg_advisory_xact_lock({LockKey}, hashtext($1::text))").With(session.TenantId);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
