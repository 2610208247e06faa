using System.Data;
using AgencyRoi.Platform.Tenancy;
using Npgsql;

namespace AgencyRoi.Platform.Database;

internal static class SessionStart
{
    /// <summary>
    /// Npgsql holds BEGIN back until the first command, so the transaction, its settings and the look at what the server made of them travel together. SET
    /// LOCAL ends with the transaction, whoever gets the connection next; it takes no parameters, and none is needed: a Guid and a list of Guids
    /// cannot carry anything else.
    /// </summary>
    /// <exception cref="SessionMismatchException">The server opened something else. The connection is not to be used again.</exception>
    public static async Task<NpgsqlTransaction> BeginAsync(
        NpgsqlConnection connection,
        TenantScope scope,
        SessionMode mode,
        PreparedStatements statements,
        CancellationToken cancellationToken
    )
    {
        var isolation = mode == SessionMode.Read ? IsolationLevel.RepeatableRead : IsolationLevel.ReadCommitted;
        var transaction = await connection.BeginTransactionAsync(isolation, cancellationToken);
        var opening = new SessionOpening(scope, mode, statements, connection.ProcessID);
        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var setting in opening.Settings)
            batch.BatchCommands.Add(new(setting));
        batch.BatchCommands.Add(new(opening.ReadBack));
        try
        {
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            opening.Check(await reader.ReadAsync(cancellationToken) ? Texts(reader) : []);
            return transaction;
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.NoActiveSqlTransaction)
        {
            throw new SessionMismatchException("transaction");
        }
    }

    /// <summary>Opens a session of no agency and ends it: whether sessions come out as they are asked for.</summary>
    /// <exception cref="SessionMismatchException">They do not.</exception>
    public static async Task ProbeAsync(NpgsqlConnection connection, PreparedStatements statements, CancellationToken cancellationToken)
    {
        var nobody = new TenantScope(new(new(Guid.Empty), "", "", "", ""), ClientScope.Only(new ClientId(Guid.Empty)));
        await using var transaction = await BeginAsync(connection, nobody, SessionMode.Read, statements, cancellationToken);
    }

    // Whatever statement the server ran instead, its answer is compared and not trusted to have a form.
    private static string?[] Texts(NpgsqlDataReader row) =>
        [
            .. Enumerable
                .Range(0, row.FieldCount)
                .Select(i => row.GetDataTypeName(i) == "text" && !row.IsDBNull(i) ? row.GetString(i) : null),
        ];
}
