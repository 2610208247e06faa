using Npgsql;

namespace AgencyRoi.Platform.Database.Migrations;

/// <summary>
/// The app's role must be one that policies bind. With any other, everything works and agencies see each other: so it is
/// looked at before the first request and at every readiness check.
/// </summary>
internal sealed class RoleCheck(AgencyDatabase database) : IHostedService
{
    private const string Query = """
        with recursive held (role) as (
          select oid from pg_roles where rolname = session_user
          union
          select m.roleid from pg_auth_members m join held h on h.role = m.member)
        select 'is superuser: ' || r.rolname from held h join pg_roles r on r.oid = h.role where r.rolsuper
        union all
        select 'passes over policies: ' || r.rolname from held h join pg_roles r on r.oid = h.role where r.rolbypassrls
        union all
        select 'owns ' || c.oid::regclass from held h join pg_class c on c.relowner = h.role where c.relkind in ('r', 'p', 'v', 'm')
        """;

    /// <summary>What is wrong with the role of a connection; empty when nothing is.</summary>
    public static async Task<IReadOnlyList<string>> FindingsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Query, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var findings = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
            findings.Add(reader.GetString(0));
        return findings;
    }

    /// <summary>Whether a connection is of a role that policies do not bind, as verbs need that look at all agencies.</summary>
    public static async Task<bool> SeesAllAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(
            "select rolsuper or rolbypassrls from pg_roles where rolname = current_user",
            connection
        );
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    /// <exception cref="RoleException">The process does not start.</exception>
    /// <exception cref="PoolerException">Nor here.</exception>
    /// <exception cref="SessionMismatchException">Nor here.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await FindingsAsync(connection, cancellationToken) is { Count: > 0 } findings)
            throw new RoleException(findings);
        await SessionStart.ProbeAsync(connection, database.Statements, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

internal sealed class RoleException(IReadOnlyList<string> findings)
    : Exception(
        $"ConnectionStrings:App logs in as a role that could see every agency ({findings[0]}). Use {Roles.App}: db-migrations/README.md."
    );
