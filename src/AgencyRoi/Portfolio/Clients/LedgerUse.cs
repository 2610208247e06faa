using AgencyRoi.Ledger.Posting;
using AgencyRoi.Platform.Database;

namespace AgencyRoi.Portfolio.Clients;

/// <summary>Whether money has been counted in a client's currency and days in its time zone.</summary>
internal static class LedgerUse
{
    private const string Question = "select exists (select from app.ledger_entries where tenant_id = $1 and client_id = $2)";

    /// <summary>Asked under the ledger's lock, which every posting takes: nobody can post between the answer and the change that depends on it.</summary>
    public static async Task<bool> HasEntriesAsync(DatabaseSession session, ClientId clientId, CancellationToken cancellationToken)
    {
        await LedgerHeads.LockAsync(session, [clientId], cancellationToken);
        await using var asking = session.Command(Question).With(session.TenantId, session.Visible(clientId));
        return await asking.ExecuteScalarAsync(cancellationToken) is true;
    }
}
