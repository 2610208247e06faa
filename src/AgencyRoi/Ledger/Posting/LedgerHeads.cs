using AgencyRoi.Platform.Database;

namespace AgencyRoi.Ledger.Posting;

/// <summary>The lock of a client's ledger.</summary>
internal static class LedgerHeads
{
    private static readonly string LockHeads = EmbeddedSql.Read("Ledger.Posting.lock_heads.sql");

    /// <summary>
    /// Locks the ledgers of some clients, in the order of their ids, until the transaction ends. Whoever reads facts in order to post them locks first:
    /// two writers of the same fact then come one after the other.
    /// </summary>
    public static async Task LockAsync(
        DatabaseSession session,
        IReadOnlyCollection<ClientId> clientIds,
        CancellationToken cancellationToken
    )
    {
        await using var command = session.Command(LockHeads).With(session.TenantId, session.Visible(clientIds));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
