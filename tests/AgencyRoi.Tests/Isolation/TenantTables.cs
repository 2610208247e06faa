using Npgsql;

namespace AgencyRoi.Tests.Isolation;

/// <summary>All tables with a tenant in them, from the catalogue, seen by a superuser.</summary>
internal static class TenantTables
{
    private const string WriteCounts = "write_counts";
    private const string Query = """
        select c.relname from pg_class c
        where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p')
          and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)
        order by 1
        """;

    public static async Task<IReadOnlyList<string>> NamesAsync(TestDatabase database) => await RowsAsync(database, Query);

    /// <summary>One line a table: its name and a digest of all the agency's rows. When a token was last used or a member seen, and how often anything was written, is no content.</summary>
    public static Task<IReadOnlyList<string>> ContentAsync(TestDatabase database, Guid tenant) =>
        ContentAsync(database, tenant, table => table != WriteCounts);

    /// <summary>The same without the reports that every import leaves to its sender.</summary>
    public static Task<IReadOnlyList<string>> ContentWithoutReportsAsync(TestDatabase database, Guid tenant) =>
        ContentAsync(database, tenant, table => table != WriteCounts && !table.StartsWith("import_report", StringComparison.Ordinal));

    private static async Task<IReadOnlyList<string>> ContentAsync(TestDatabase database, Guid tenant, Func<string, bool> counts)
    {
        var each = (await NamesAsync(database))
            .Where(counts)
            .Select(table =>
                $"""
                    select '{table} ' || count(*) || ' ' || coalesce(md5(string_agg(row, chr(10) order by row)), '')
                    from (select (to_jsonb(t) - 'last_used_at' - 'last_seen_at' - 'idle_since')::text as row from app.{table} t where tenant_id = '{tenant}') rows
                    """
            );
        return await RowsAsync(database, string.Join(" union all ", each));
    }

    /// <summary>Rows of the agency that have one of these words in any column.</summary>
    public static async Task<IReadOnlyList<string>> MentionsAsync(TestDatabase database, Guid tenant, IEnumerable<string> words)
    {
        var pattern = string.Join('|', words.Select(word => word.Replace(".", @"\.", StringComparison.Ordinal)));
        var each = (await NamesAsync(database)).Select(table =>
            $"select '{table}: ' || to_jsonb(t)::text from app.{table} t where tenant_id = '{tenant}' and to_jsonb(t)::text ~ '{pattern}'"
        );
        return await RowsAsync(database, string.Join(" union all ", each));
    }

    private static async Task<IReadOnlyList<string>> RowsAsync(TestDatabase database, string query)
    {
        await using var connection = new NpgsqlConnection(database.SuperuserConnection);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(query, connection);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            rows.Add(reader.GetString(0));
        return rows;
    }
}
