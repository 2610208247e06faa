using System.Data;
using AgencyRoi.Tenancy;
using Npgsql;

namespace AgencyRoi.Database;

internal static class SessionStart
{
    /// <summary>
    /// Npgsql holds BEGIN back until the first command, so the transaction and its settings travel together. SET LOCAL ends with
    /// the transaction, whoever gets the connection next; it takes no parameters, and none is needed: a Guid and a list of Guids
    /// cannot carry anything else.
    /// </summary>
    public static async Task<NpgsqlTransaction> BeginAsync(
        NpgsqlConnection connection,
        TenantScope scope,
        SessionMode mode,
        CancellationToken cancellationToken
    )
    {
        var isolation = mode == SessionMode.Read ? IsolationLevel.RepeatableRead : IsolationLevel.ReadCommitted;
        var transaction = await connection.BeginTransactionAsync(isolation, cancellationToken);
        var settings = $"set local app.tenant_id = '{scope.Tenant.Id:D}'; set local app.client_scope = '{scope.Clients.Setting}'";
        await using var command = new NpgsqlCommand(
            mode == SessionMode.Read ? $"set transaction read only; {settings}" : settings,
            connection,
            transaction
        );
        await command.ExecuteNonQueryAsync(cancellationToken);
        return transaction;
    }
}
