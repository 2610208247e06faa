using System.CommandLine;
using System.Globalization;
using AgencyRoi.Database;
using AgencyRoi.Database.Server;
using AgencyRoi.Demo;
using AgencyRoi.Imports;
using AgencyRoi.Tenancy;
using Command = System.CommandLine.Command;

namespace AgencyRoi.Cli;

internal static class ImportCommand
{
    private const string Actor = "import";
    private static readonly ImportKinds Kinds = new(Modules.All);

    private const int RowsRefused = 1;
    private const int NotRun = 2;

    public static Command Create()
    {
        var kind = new Argument<string>("kind") { Description = $"One of {Kinds.Names}." };
        var file = new Argument<FileInfo>("file") { Description = "A CSV file; schema/README.md lists the columns of each kind." };
        var agency = new Option<string>("--agency") { Description = "The agency's slug.", Required = true };
        var dryRun = new Option<bool>("--dry-run") { Description = "Tries everything and keeps nothing." };
        var expectNew = new Option<bool>("--expect-new")
        {
            Description = "Refuses a row whose key is known with other content instead of taking it as a correction.",
        };
        var command = new Command(
            "import",
            "Brings a CSV file into the demo's database, or into the one the settings name. Safe to repeat."
        )
        {
            kind,
            file,
            agency,
            dryRun,
            expectNew,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    parsed.GetRequiredValue(kind),
                    parsed.GetRequiredValue(file),
                    parsed.GetRequiredValue(agency),
                    new ImportMode(parsed.GetValue(dryRun), parsed.GetValue(expectNew)),
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        string kindName,
        FileInfo file,
        string slug,
        ImportMode mode,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var kind = Kinds.Find(kindName) ?? throw new SettingException($"There is no import {kindName}. There are: {Kinds.Names}.");
            await using var rows = Open(file);
            var report = await ImportAsync(kind, rows, slug, mode, cancellationToken);
            Console.Out.WriteLine(ImportReportText.Of(report));
            return report.Unreadable is not null || report.Interrupted is not null ? NotRun
                : report.Refused > 0 ? RowsRefused
                : 0;
        }
        catch (Exception error) when (error is SettingException or MigrationException or PostgresUnavailableException)
        {
            Console.Error.WriteLine(error.Message);
            return NotRun;
        }
    }

    private static async Task<ImportReport> ImportAsync(
        ImportKind kind,
        Stream rows,
        string slug,
        ImportMode mode,
        CancellationToken cancellationToken
    )
    {
        var settings = Settings.Read();
        var postgres = PrivatePostgresOptions.ForCheckout;
        await using var database = await DemoDatabase.OpenAsync(settings, postgres, DatabaseUse.AsItIs, cancellationToken);
        await database.RequireMigratedAsync(cancellationToken);
        await using var app = DataSources.Create(database.App);
        await using var ops = DataSources.Create(database.Ops);
        var agency =
            await new AgencyRegistry(ops, DatabaseClock.Instance).FindAsync(slug, cancellationToken)
            ?? throw new SettingException($"There is no agency {slug}. The verb demo makes two; .agency-roi/demo.json names them.");
        var runner = new ImportRunner(new AgencyDatabase(app, Modules.All), DatabaseClock.Instance) { KeepsReports = true };
        var scope = new TenantScope(agency, ClientScope.All, Actor);
        return await runner.RunAsync(kind, rows, scope, mode, SayHowFar, toll: null, cancellationToken);
    }

    // To the error stream, so that the report can be piped.
    private static void SayHowFar(ImportReport report)
    {
        if (report.Rows % 10_000 == 0)
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Rows:N0} rows …"));
    }

    private static FileStream Open(FileInfo file)
    {
        try
        {
            return file.OpenRead();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SettingException(error.Message);
        }
    }
}
