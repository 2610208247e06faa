using Npgsql;

namespace AgencyRoi.Platform.Database.Migrations;

/// <summary>
/// Brings a database up to the newest file: in order, one transaction a file, one runner at a time. What was applied is
/// remembered with its checksum, and a file that was changed, removed or slipped in before the last one is refused.
/// </summary>
internal sealed class Migrator(string migratorConnection, IReadOnlyList<Migration> migrations)
{
    private const long LockKey = 7_246_001_905;
    private const int Attempts = 10;

    // Read once at the start: a waiting DDL statement blocks every query behind it, so it gives up soon and tries again.
    private const string Preparation = $"""
        set role {Roles.Owner};
        set lock_timeout = '2s';
        """;

    private const string History = """
        create schema if not exists app;
        create table if not exists app.schema_migrations (
          number integer primary key,
          name text not null,
          checksum text not null,
          applied_at timestamptz not null default now()
        );
        grant usage on schema app to agency_roi_app;
        grant select on app.schema_migrations to agency_roi_app;
        """;

    public Migrator(string migratorConnection)
        : this(migratorConnection, Migration.All) { }

    /// <summary>The files applied just now.</summary>
    /// <exception cref="MigrationException">The history does not agree with the files, or a file failed.</exception>
    public async Task<IReadOnlyList<Migration>> RunAsync(CancellationToken cancellationToken = default)
    {
        var unpooled = new NpgsqlConnectionStringBuilder(migratorConnection) { Pooling = false }.ConnectionString;
        await using var connection = new NpgsqlConnection(unpooled);
        await connection.OpenAsync(cancellationToken);
        await ExecuteAsync(connection, Preparation, cancellationToken);
        await RetryingAsync("the lock of another migration run", () => LockAsync(connection, cancellationToken), cancellationToken);
        await ExecuteAsync(connection, History, cancellationToken);

        var waiting = MigrationHistory.Waiting(migrations, await MigrationHistory.ReadAsync(connection, cancellationToken));
        foreach (var migration in waiting)
            await RetryingAsync(migration.ToString(), () => ApplyAsync(connection, migration, cancellationToken), cancellationToken);
        return waiting;
    }

    private static async Task LockAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        await ExecuteAsync(connection, $"select pg_advisory_lock({LockKey})", cancellationToken);

    private static async Task ApplyAsync(NpgsqlConnection connection, Migration migration, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, migration.Text, cancellationToken);
        await using var remember = new NpgsqlCommand(
            "insert into app.schema_migrations (number, name, checksum) values ($1, $2, $3)",
            connection
        )
        {
            Parameters =
            {
                new() { Value = migration.Number },
                new() { Value = migration.Name },
                new() { Value = migration.Checksum },
            },
        };
        await remember.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task RetryingAsync(string what, Func<Task> step, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await step();
                return;
            }
            catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.LockNotAvailable && attempt < Attempts)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100 * attempt), cancellationToken);
            }
            catch (PostgresException error)
            {
                throw new MigrationException($"{what} failed: {error.SqlState} {error.MessageText}", error);
            }
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string text, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(text, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
