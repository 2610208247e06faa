using AgencyRoi.Database;
using Npgsql;

namespace AgencyRoi.Clients;

/// <summary>Whether money has been counted in a client's currency and days in its time zone.</summary>
internal static class LedgerUse
{
    // Every posting takes this lock: nobody can post between the question and the change that depends on its answer.
    private const string Lock = "select 1 from app.ledger_heads where tenant_id = $1 and client_id = $2 for no key update";
    private const string Question = "select exists (select from app.ledger_entries where tenant_id = $1 and client_id = $2)";

    public static async Task<bool> HasEntriesAsync(DatabaseSession session, Guid clientId, CancellationToken cancellationToken)
    {
        await using var locking = About(session, clientId, Lock);
        await locking.ExecuteNonQueryAsync(cancellationToken);
        await using var asking = About(session, clientId, Question);
        return await asking.ExecuteScalarAsync(cancellationToken) is true;
    }

    private static NpgsqlCommand About(DatabaseSession session, Guid clientId, string text)
    {
        var command = session.Command(text);
        command.Parameters.Add(new() { Value = session.TenantId });
        command.Parameters.Add(new() { Value = clientId });
        return command;
    }
}
