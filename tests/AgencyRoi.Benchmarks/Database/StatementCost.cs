using System.Text.Json;
using AgencyRoi.Benchmarks.Load;
using Npgsql;
using NpgsqlTypes;

namespace AgencyRoi.Benchmarks.Database;

/// <summary>What the server says that a recorded statement takes, with the parameters and in the transaction that it was recorded in.</summary>
/// <param name="Milliseconds">Of execution, without planning, which a prepared statement is spared.</param>
/// <param name="Buffers">Pages that were read, from memory or disk.</param>
internal sealed record StatementCost(LoggedStatement Statement, double Milliseconds, long Buffers)
{
    private const int Runs = 5;

    /// <summary>The queries of a transaction, in order: the median time of some runs, and the pages of the last.</summary>
    public static async Task<IReadOnlyList<StatementCost>> OfAsync(string connectionString, IReadOnlyList<LoggedStatement> transaction)
    {
        var runs = new List<IReadOnlyList<StatementCost>>();
        for (var run = 0; run < Runs; run++)
            runs.Add(await RunAsync(connectionString, transaction));
        return [.. runs[^1].Select((cost, i) => cost with { Milliseconds = runs.Select(run => run[i].Milliseconds).Median() })];
    }

    private static async Task<IReadOnlyList<StatementCost>> RunAsync(string connectionString, IReadOnlyList<LoggedStatement> transaction)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var connection = await source.OpenConnectionAsync();
        var costs = new List<StatementCost>();
        foreach (var statement in transaction)
        {
            await using var command = new NpgsqlCommand(
                (statement.IsQuery ? "explain (analyze, buffers, timing off, format json) " : "") + statement.Text,
                connection
            );
            foreach (var value in statement.Parameters)
                command.Parameters.Add(new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Unknown });
            if (statement.IsQuery)
                costs.Add(Read(statement, (string)(await command.ExecuteScalarAsync())!)); // EXPLAIN answers with one row.
            else
                await command.ExecuteNonQueryAsync();
        }
        return costs;
    }

    private static StatementCost Read(LoggedStatement statement, string explained)
    {
        using var document = JsonDocument.Parse(explained);
        var root = document.RootElement[0];
        var plan = root.GetProperty("Plan");
        return new(
            statement,
            root.GetProperty("Execution Time").GetDouble(),
            plan.GetProperty("Shared Hit Blocks").GetInt64() + plan.GetProperty("Shared Read Blocks").GetInt64()
        );
    }
}
