using Npgsql;

namespace AgencyRoi.Platform.Database.Migrations;

internal static class NewDatabase
{
    /// <summary>A database of the product's, owned by the owner's role.</summary>
    public static async Task CreateIfMissingAsync(string superuserConnection, string name, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(superuserConnection);
        await connection.OpenAsync(cancellationToken);
        await using var exists = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection)
        {
            Parameters = { new() { Value = name } },
        };
        if (await exists.ExecuteScalarAsync(cancellationToken) is not null)
            return;
        await using var create = new NpgsqlCommand($"create database {Sql.Identifier(name)} owner {Roles.Owner}", connection);
        await create.ExecuteNonQueryAsync(cancellationToken);
    }
}
