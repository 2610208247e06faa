namespace AgencyRoi.Platform.Database;

/// <summary>Parts of an agency that are changed by one transaction at a time. The numbers tell these locks from each other in the database.</summary>
internal enum AgencyLock
{
    Members = 7_246,
    HourlyRates = 7_246_040,
    TokenSuccession = 7_246_041,
    TermRevisions = 7_246_051,
    ClientGroups = 7_246_480,
}

/// <summary>
/// Locks of an agency, held until the transaction ends. The database knows them by the lock and a hash of the agency: where two agencies meet in one, they wait
/// for each other and no more.
/// </summary>
internal static class AgencyLocks
{
    public static Task LockAsync(this DatabaseSession session, AgencyLock what, CancellationToken cancellationToken) =>
        TakeAsync(session, "pg_advisory_xact_lock", what, cancellationToken);

    /// <summary>With others who share it, and with nobody who has it alone.</summary>
    public static Task LockSharedAsync(this DatabaseSession session, AgencyLock what, CancellationToken cancellationToken) =>
        TakeAsync(session, "pg_advisory_xact_lock_shared", what, cancellationToken);

    private static async Task TakeAsync(DatabaseSession session, string function, AgencyLock what, CancellationToken cancellationToken)
    {
        await using var command = session.Command($"select {function}({what:D}, hashtext($1::text))").With(session.TenantId);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
