using Npgsql;

namespace AgencyRoi.Platform.Database.Migrations;

/// <summary>A migration as the database remembers it.</summary>
internal sealed record AppliedMigration(int Number, string Name, string Checksum);

internal static class MigrationHistory
{
    /// <summary>Whether nothing is missing that this program knows of.</summary>
    public static async Task<bool> IsCompleteAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        try
        {
            return Waiting(Migration.All, await ReadAsync(connection, cancellationToken)).Count == 0;
        }
        catch (PostgresException error)
            when (error.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InsufficientPrivilege)
        {
            // A database that was never migrated, or not since agency_roi_ops may read this table.
            return false;
        }
    }

    public static async Task<IReadOnlyList<AppliedMigration>> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        const string query = "select number, name, checksum from app.schema_migrations order by number";
        await using var command = new NpgsqlCommand(query, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var applied = new List<AppliedMigration>();
        while (await reader.ReadAsync(cancellationToken))
            applied.Add(new AppliedMigration(reader.GetInt32(0), reader.GetString(1), reader.GetString(2)));
        return applied;
    }

    /// <summary>The files still to apply.</summary>
    /// <exception cref="MigrationException">An applied file was changed or is gone, or a new one comes before an applied one.</exception>
    public static IReadOnlyList<Migration> Waiting(IReadOnlyList<Migration> files, IReadOnlyList<AppliedMigration> applied)
    {
        var byNumber = files.ToDictionary(file => file.Number);
        foreach (var old in applied)
        {
            if (!byNumber.TryGetValue(old.Number, out var file))
                throw new MigrationException($"{old.Number:0000}_{old.Name} was applied to this database and is missing from the program.");
            if (file.Checksum != old.Checksum)
                throw new MigrationException($"{file} was changed after it was applied to this database: undo that and add a new file.");
        }

        var last = applied.Count == 0 ? 0 : applied[^1].Number;
        var waiting = files.Where(file => applied.All(old => old.Number != file.Number)).ToList();
        return waiting.Find(file => file.Number < last) is { } late
            ? throw new MigrationException($"{late} comes before {last:0000}, which was applied to this database: number it anew.")
            : waiting;
    }
}
