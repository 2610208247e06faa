using System.Globalization;
using AgencyRoi.Benchmarks.Database;
using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Migrations;
using AgencyRoi.Platform.Tenancy;
using Npgsql;

namespace AgencyRoi.Benchmarks.Import;

/// <summary>A database with one agency that holds no facts.</summary>
internal sealed class ImportedAgency : IAsyncDisposable
{
    private const int Port = 5792;
    private const string Slug = "imported";
    private readonly MeasuredDatabase database;

    private ImportedAgency(MeasuredDatabase database, AgencyId id) =>
        (this.database, Scope) = (database, new(new TenantInfo(id, Slug, "Imported", "EUR", "UTC"), ClientScope.All, "benchmark"));

    public static string Scripts => Path.Combine(AppContext.BaseDirectory, "Import");

    public string AppConnection => database.AppConnection;

    public string SuperuserConnection => database.SuperuserConnection + ";Command Timeout=0";

    public TenantScope Scope { get; }

    public static async Task<ImportedAgency> StartAsync()
    {
        var database = await MeasuredDatabase.StartAsync(Port);
        await database.FillAsync(await File.ReadAllTextAsync(Path.Combine(Scripts, "agency.sql")));
        await using var connection = new NpgsqlConnection(database.SuperuserConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select id from app.agencies", connection);
        return new(database, new((Guid)(await command.ExecuteScalarAsync())!)); // the script made it
    }

    /// <summary>Runs statements as superuser.</summary>
    public async Task RunAsync(string text)
    {
        await using var connection = new NpgsqlConnection(SuperuserConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(text, connection);
        await command.ExecuteNonQueryAsync();
    }

    public Task CheckAsync() => database.CheckAsync(Slug);

    /// <summary>What the processes of the server that serve the product have used of the processor so far.</summary>
    public async Task<TimeSpan> ServerTimeAsync()
    {
        await using var connection = new NpgsqlConnection(SuperuserConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select pid from pg_stat_activity where usename = $1", connection)
        {
            Parameters = { new() { Value = Roles.App } },
        };
        await using var reader = await command.ExecuteReaderAsync();
        var ticks = 0L;
        while (await reader.ReadAsync())
            ticks += TicksOf(reader.GetInt32(0));
        // The kernel tells them in hundredths of a second.
        return TimeSpan.FromMilliseconds(ticks * 10);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    // Of the fields after the name, the twelfth and the one after it: in the program and in the kernel.
    private static long TicksOf(int process)
    {
        var text = File.ReadAllText($"/proc/{process}/stat");
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
    }
}
