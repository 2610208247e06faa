using System.Diagnostics;
using System.Globalization;
using AgencyRoi.Benchmarks.Load;
using AgencyRoi.Platform.Database;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Text;
using Npgsql;

namespace AgencyRoi.Benchmarks.Import;

/// <summary>Imports of costs and of sales through the product's own runner, each beside its pair (<see cref="CopiedFile"/>).</summary>
internal sealed class ImportBenchmark(int rows, IReadOnlyList<string> kinds)
{
    private const int WarmRows = 20_000;
    private const double Mebibyte = 1 << 20;

    public async Task RunAsync()
    {
        Console.WriteLine($"{rows:N0} rows of each kind; {Measure.Machine()}");
        foreach (var kind in kinds)
        {
            await using var agency = await ImportedAgency.StartAsync();
            var folder = Directory.CreateTempSubdirectory("agency-roi-import-");
            try
            {
                await using var app = DataSources.Create(agency.AppConnection);
                // Until the compiler has seen what is hot.
                await MeasureAsync(agency, app, await SentFile.WriteAsync(kind, folder.FullName, WarmRows));
                await agency.RunAsync(
                    "truncate app.costs, app.sales, app.claims, app.ledger_entries, app.ledger_months, app.ledger_days, app.ledger_year_to_date, app.ledger_terms cascade"
                );
                var file = await SentFile.WriteAsync(kind, folder.FullName, rows);
                var import = await MeasureAsync(agency, app, file);
                await DemandSumsAsync(agency, "app", file);
                await agency.CheckAsync();
                var copy = await CopiedFile.CopyAsync(agency, file);
                await DemandSumsAsync(agency, "pair", file);
                Print(file, import, copy);
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
        Console.WriteLine($"at the end: {Measure.Machine()}");
    }

    private static async Task<Measured> MeasureAsync(ImportedAgency agency, NpgsqlDataSource app, SentFile sent)
    {
        var runner = new ImportRunner(new AgencyDatabase(app, Modules.All), TimeProvider.System);
        var kind = new ImportKinds(Modules.All).Find(sent.Kind)!; // asked for by its name
        await using var bytes = File.OpenRead(sent.Path);
        await using var file = await FileText.OpenAsync(bytes, FileFormat.Standard, CancellationToken.None);
        GC.Collect();
        var (resident, half, peak) = (Environment.WorkingSet, 0L, 0L);
        var (allocated, processor, server) = (
            GC.GetTotalAllocatedBytes(true),
            Environment.CpuUsage.TotalTime,
            await agency.ServerTimeAsync()
        );
        var watch = Stopwatch.StartNew();
        var report = await runner.RunAsync(
            kind,
            file,
            agency.Scope,
            default,
            progress =>
            {
                peak = Math.Max(peak, Environment.WorkingSet);
                if (progress.Rows <= sent.Rows / 2)
                    half = peak;
            },
            rateLimit: null,
            CancellationToken.None
        );
        return report.Created == sent.Rows
            ? new(
                watch.Elapsed,
                Environment.CpuUsage.TotalTime - processor,
                await agency.ServerTimeAsync() - server,
                GC.GetTotalAllocatedBytes(true) - allocated,
                resident,
                half,
                peak
            )
            : throw new InvalidOperationException(
                $"{report.Created} of {sent.Rows} rows were created: {(report.Errors is [var first, ..] ? first : "no error was told")}"
            );
    }

    // What the database says it holds, against what was sent: facts, entries and both rollups.
    private static async Task DemandSumsAsync(ImportedAgency agency, string schema, SentFile sent)
    {
        await using var connection = new NpgsqlConnection(agency.SuperuserConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"""
            select 'facts', count(*), sum(amount) from {schema}.{sent.Kind}
            union all select 'entries', count(*), sum(client_amount) from {schema}.ledger_entries
            union all select 'months', sum(entries)::bigint, sum(client_amount) from {schema}.ledger_months
            union all select 'days', sum(entries)::bigint, sum(client_amount) from {schema}.ledger_days
            """,
            connection
        );
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            if (reader.GetInt64(1) != sent.Rows || reader.GetDecimal(2) != sent.Amount)
                throw new InvalidOperationException(
                    $"{schema}: the {reader.GetString(0)} are {reader.GetInt64(1)} of {reader.GetDecimal(2)}, and {sent.Rows} of {sent.Amount} were sent."
                );
    }

    private static void Print(SentFile sent, Measured import, TimeSpan copy)
    {
        Console.WriteLine();
        Console.WriteLine($"{sent.Kind}: facts, entries and rollups are what was sent, {sent.Rows:N0} of {sent.Amount:N2}");
        Line("import", Text($"{sent.Rows / import.Time.TotalSeconds:N0} rows/s, {import.Time.TotalSeconds:N1} s"));
        Line("COPY and INSERT", Text($"{sent.Rows / copy.TotalSeconds:N0} rows/s, {copy.TotalSeconds:N1} s"));
        Line("ratio", Text($"{copy / import.Time:0.000}"));
        Line("processor", Text($"{PerRow(import.Processor):0.0} µs/row in the program, {PerRow(import.Server):0.0} µs/row in the server"));
        Line("server at work", Text($"{import.Server / import.Time:0.00} of the time"));
        Line("allocated", Text($"{(double)import.Allocated / sent.Rows:N0} bytes/row"));
        Line(
            "resident",
            Text(
                $"{import.Resident / Mebibyte:N0} MiB before, {import.Half / Mebibyte:N0} at most by half, {import.Peak / Mebibyte:N0} at most"
            )
        );

        double PerRow(TimeSpan time) => time.TotalMicroseconds / sent.Rows;
        static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
        static void Line(string name, string text) => Console.WriteLine($"  {name, -16} {text}");
    }

    private sealed record Measured(TimeSpan Time, TimeSpan Processor, TimeSpan Server, long Allocated, long Resident, long Half, long Peak);
}
