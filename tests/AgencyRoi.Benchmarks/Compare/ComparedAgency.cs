using System.Text.Json;
using AgencyRoi.Benchmarks.Database;
using Npgsql;

namespace AgencyRoi.Benchmarks.Compare;

/// <summary>An agency whose clients are compared.</summary>
/// <param name="Copies">How many times over each client has its entries.</param>
/// <param name="Weeks">How many weeks lie between two entries of a kind: a month has the same rows in every rollup of months while there are at most four.</param>
internal sealed record ComparedAgency(string Slug, int Clients, int Copies = 1, int Weeks = 2)
{
    public static ComparedAgency Measured { get; } = new("measured", 200);

    /// <summary>Fills agencies, with smaller ones around them, and looks whether rollups and claims follow from their entries.</summary>
    public static async Task FillAsync(MeasuredDatabase database, IReadOnlyList<ComparedAgency> agencies, int others = 20)
    {
        IEnumerable<ComparedAgency> all = [.. agencies, .. Enumerable.Range(1, others).Select(n => new ComparedAgency($"other-{n}", 20))];
        await database.FillAsync(
            "create temporary table measured_agencies (slug text, clients int, copies int, weeks int)",
            $"insert into measured_agencies values {string.Join(", ", all.Select(one => $"('{one.Slug}', {one.Clients}, {one.Copies}, {one.Weeks})"))}",
            await File.ReadAllTextAsync(FileOf("compared-agencies.sql")),
            await MeasuredDatabase.RollupsOfEntriesAsync()
        );
        foreach (var agency in agencies)
            await database.CheckAsync(agency.Slug);
    }

    public static string FileOf(string name) => Path.Combine(AppContext.BaseDirectory, "Compare", name);

    /// <summary>Computes the answer once more from the entries themselves.</summary>
    /// <exception cref="InvalidOperationException">A figure or the order is another.</exception>
    public async Task CheckAsync(MeasuredDatabase database, string answer)
    {
        using var document = JsonDocument.Parse(answer);
        var rows = document.RootElement.GetProperty("data").GetProperty("compareClients").GetProperty("rows").EnumerateArray();
        ComparedFigures[] found = [.. rows.Select(ComparedFigures.Of)];
        var expected = await ExpectedAsync(database);
        if (found.FirstOrDefault(row => expected[row.Client] != row) is { } other)
            throw new InvalidOperationException($"{Slug}: the entries say {expected[other.Client]}, the answer {other}.");
        // Clients with one return may stand in either order.
        var best = expected.Values.Select(client => client.AdjustedPercent).OrderDescending().Take(found.Length);
        if (!found.Select(row => row.AdjustedPercent).SequenceEqual(best))
            throw new InvalidOperationException($"{Slug}: the rows are not the best ones in order.");
    }

    private async Task<IReadOnlyDictionary<string, ComparedFigures>> ExpectedAsync(MeasuredDatabase database)
    {
        await using var connection = new NpgsqlConnection(database.SuperuserConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(await File.ReadAllTextAsync(FileOf("expected-figures.sql")), connection);
        command.Parameters.Add(new() { Value = Slug });
        await using var reader = await command.ExecuteReaderAsync();
        var clients = new List<ComparedFigures>();
        while (await reader.ReadAsync())
            clients.Add(new(reader.GetString(0), reader.GetDecimal(1), reader.GetDecimal(2), reader.GetDecimal(3), reader.GetDecimal(4)));
        return clients.ToDictionary(client => client.Client);
    }
}

/// <summary>A client's cost and totals, in the currency of its agency.</summary>
internal sealed record ComparedFigures(string Client, decimal Cost, decimal Direct, decimal Adjusted, decimal Unadjusted)
{
    public decimal AdjustedPercent => Math.Round((Adjusted - Cost) * 100 / Cost, 6);

    public static ComparedFigures Of(JsonElement row)
    {
        var read = new ComparedFigures(
            row.GetProperty("client").GetProperty("name").GetString()!, // The schema says that a name is never null.
            row.GetProperty("cost").GetProperty("amount").GetDecimal(),
            ValueOf("direct"),
            ValueOf("adjusted"),
            ValueOf("unadjusted")
        );
        return row.GetProperty("adjusted").GetProperty("roiPercent").GetDecimal() == read.AdjustedPercent
            ? read
            : throw new InvalidOperationException($"The percentage of {read} is another in {row}.");

        decimal ValueOf(string total) => row.GetProperty(total).GetProperty("value").GetProperty("amount").GetDecimal();
    }
}
