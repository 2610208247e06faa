using System.Globalization;
using System.Text;
using AgencyRoi.Benchmarks.Database;
using AgencyRoi.Benchmarks.Import;
using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Text;
using Npgsql;

namespace AgencyRoi.Benchmarks.Growth;

/// <summary>A client whose days fill up: every day of 2025 has facts of each kind, of which there are more and more, and never another channel, category or price.</summary>
internal sealed class GrowingClient : IAsyncDisposable
{
    public const string Slug = "imported";
    private const int Port = 5794;
    private const int Days = 365;
    private const string Client = "client-0";

    private static readonly (string Kind, string Columns, Func<int, string> Row)[] Files =
    [
        (
            "costs",
            "amount,currency,channel,category,is_assumed",
            i =>
                $"{i % 900}.25,EUR,{Channel(i)},{(i % Days % 2 == 0 ? "AD_SPEND" : "AGENCY_FEE")},{(i % Days % 10 == 0 ? "true" : "false")}"
        ),
        ("sales", "amount,currency,channel", i => $"{i % 700}.75,EUR,{Channel(i)}"),
        ("outcomes", "quantity,channel,goal", i => $"{i % 40 + 1},{Channel(i)},goal-0"),
        (
            "deflections",
            "currency,contacts,deflection_rate,recontact_rate,cost_per_contact,content_cost,is_cashable",
            i => $"EUR,{i % 500 + 100},0.4,0.1,8,0,true"
        ),
    ];

    private readonly NpgsqlDataSource app;
    private readonly TenantScope scope;
    private int facts;

    private GrowingClient(MeasuredDatabase database, NpgsqlDataSource app, AgencyId id) =>
        (Database, this.app, scope) = (
            database,
            app,
            new(new TenantInfo(id, Slug, "Imported", "EUR", "UTC"), ClientScope.All, "benchmark")
        );

    public MeasuredDatabase Database { get; }

    public static async Task<GrowingClient> StartAsync()
    {
        var database = await MeasuredDatabase.StartAsync(Port);
        await database.FillAsync(
            await File.ReadAllTextAsync(Path.Combine(ImportedAgency.Scripts, "agency.sql")),
            await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Growth", "growing-client.sql"))
        );
        await using var connection = new NpgsqlConnection(database.SuperuserConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select id from app.agencies", connection);
        return new(database, DataSources.Create(database.AppConnection), new((Guid)(await command.ExecuteScalarAsync())!)); // the script made it
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await Database.DisposeAsync();
    }

    /// <summary>Imports facts until there are so many of each kind.</summary>
    /// <exception cref="InvalidOperationException">A row was refused, or the rollups do not follow from the entries.</exception>
    public async Task GrowAsync(int toFacts)
    {
        var runner = new ImportRunner(new AgencyDatabase(app, Modules.All), TimeProvider.System);
        foreach (var (name, columns, row) in Files)
        {
            var text = new StringBuilder($"client,external_reference,date,{columns}\n");
            for (var i = facts; i < toFacts; i++)
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{Client},{name}-{i},{new DateOnly(2025, 1, 1).AddDays(i % Days):yyyy-MM-dd},{row(i)}\n"
                );
            using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()));
            await using var file = await FileText.OpenAsync(bytes, FileFormat.Standard, CancellationToken.None);
            var kind = new ImportKinds(Modules.All).Find(name)!; // asked for by its name
            var report = await runner.RunAsync(kind, file, scope, default, _ => { }, rateLimit: null, CancellationToken.None);
            if (report.Created != toFacts - facts)
                throw new InvalidOperationException(
                    $"{report.Created} of {toFacts - facts} {name}: {(report.Errors is [var first, ..] ? first : "no error was told")}"
                );
        }
        facts = toFacts;
        await Database.FillAsync();
        await Database.CheckAsync(Slug);
    }

    public async Task<long> EntriesAsync()
    {
        await using var connection = new NpgsqlConnection(Database.SuperuserConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select count(*) from app.ledger_entries", connection);
        return (long)(await command.ExecuteScalarAsync())!; // a count is never null
    }

    // The same on each day, however many facts it has.
    private static string Channel(int i) => $"channel-{i % Days % 3}";
}
