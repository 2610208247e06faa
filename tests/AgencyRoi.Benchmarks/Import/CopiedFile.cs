using System.Diagnostics;
using Npgsql;

namespace AgencyRoi.Benchmarks.Import;

/// <summary>
/// The pair of an import: COPY of the same file into a temporary table, and INSERT … SELECT from it into tables with the columns, checks and keys of the
/// product's, in one transaction, as superuser and without references, policies and anybody else's rows.
/// </summary>
internal static class CopiedFile
{
    /// <summary>How long it took.</summary>
    public static async Task<TimeSpan> CopyAsync(ImportedAgency agency, SentFile file)
    {
        await agency.RunAsync(await ScriptAsync("copy-tables"));
        await using var connection = new NpgsqlConnection(agency.SuperuserConnection);
        await connection.OpenAsync();
        var watch = Stopwatch.StartNew();
        await using var transaction = await connection.BeginTransactionAsync();
        var columns = File.ReadLines(file.Path).First();
        await RunAsync(
            $"create temporary table sent ({columns.Replace(",", " text, ").Replace("date text", "date date").Replace("amount text", "amount numeric")} text) on commit drop"
        );
        await using (var sent = await connection.BeginTextImportAsync("copy sent from stdin (format csv, header)"))
        using (var lines = new StreamReader(file.Path))
            await CopyAsync(lines, sent);
        await RunAsync(await ScriptAsync($"copy-{file.Kind}"));
        await RunAsync(await ScriptAsync("copy-rollups"));
        await transaction.CommitAsync();
        return watch.Elapsed;

        async Task RunAsync(string text)
        {
            await using var command = new NpgsqlCommand(text, connection, transaction);
            await command.ExecuteNonQueryAsync();
        }
    }

    private static async Task CopyAsync(StreamReader from, TextWriter to)
    {
        var buffer = new char[1 << 16];
        for (int length; (length = await from.ReadAsync(buffer)) > 0; )
            await to.WriteAsync(buffer.AsMemory(0, length));
    }

    private static Task<string> ScriptAsync(string name) => File.ReadAllTextAsync(Path.Combine(ImportedAgency.Scripts, name + ".sql"));
}
