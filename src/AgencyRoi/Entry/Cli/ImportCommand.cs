using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using AgencyRoi.Entry.Demo;
using AgencyRoi.Entry.Terminal;
using AgencyRoi.LocalPostgres;
using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Migrations;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Text;
using Spectre.Console;

namespace AgencyRoi.Entry.Cli;

internal sealed class ImportCommand(IReadOnlyList<ProductModule> modules)
{
    private const string Actor = "import";
    private readonly ImportKinds kinds = new(modules);

    private const int RowsRefused = 1;
    private const int NotRun = 2;

    public static Command Create(IReadOnlyList<ProductModule> modules) => new ImportCommand(modules).Create();

    private Command Create()
    {
        var kind = new Argument<string>("kind") { Description = $"One of {kinds.Names}." };
        var file = new Argument<FileInfo?>("file")
        {
            Description = "A CSV file. Without one the columns of the kind are printed.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var agency = new Option<string?>("--agency") { Description = "The agency's slug: needed with a file." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Tries everything and keeps nothing." };
        var expectNew = new Option<bool>("--expect-new")
        {
            Description = "Refuses a row whose key is known with other content instead of taking it as a correction.",
        };
        var declared = ImportParameters
            .All.Where(parameter => parameter.Name is not ("dryRun" or "expectNew"))
            .Select(parameter =>
                (parameter.Name, Option: new Option<string>(OptionOf(parameter.Name)) { Description = $"Of the file: {parameter.Holds}." })
            )
            .ToList();
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
        foreach (var (_, option) in declared)
            command.Add(option);
        command.SetAction(
            async (parsed, cancellationToken) =>
                parsed.GetValue(file) is not { } given ? PrintColumns(parsed.GetRequiredValue(kind))
                : parsed.GetValue(agency) is not { } slug ? NotRunBecause("Option '--agency' is required.")
                : await RunAsync(
                    new(
                        parsed.GetRequiredValue(kind),
                        given,
                        slug,
                        new ImportMode(parsed.GetValue(dryRun), parsed.GetValue(expectNew)),
                        [
                            .. declared
                                .Select(each => (each.Name, Value: parsed.GetValue(each.Option)))
                                .Where(each => each.Value is not null)
                                .Select(each => (each.Name, each.Value!)), // as the line before says
                        ]
                    ),
                    cancellationToken
                )
        );
        return command;
    }

    /// <summary><c>--date-format</c> for <c>dateFormat</c>.</summary>
    private static string OptionOf(string parameter) => "--" + JsonNamingPolicy.KebabCaseLower.ConvertName(parameter);

    private int PrintColumns(string kind)
    {
        if (kinds.Find(kind) is not { } found)
            return NotRunBecause(Unknown(kind));
        Console.Out.WriteLine("| column | required | holds |\n|---|---|---|");
        foreach (var column in found.Columns)
            Console.Out.WriteLine($"| {column.Name} | {(column.IsRequired ? "yes" : "")} | {column.Description} |");
        return 0;
    }

    private string Unknown(string kind) => $"There is no import {kind}. There are: {kinds.Names}.";

    private static int NotRunBecause(string reason)
    {
        Console.Error.WriteLine(reason);
        return NotRun;
    }

    private async Task<int> RunAsync(Asked asked, CancellationToken cancellationToken)
    {
        try
        {
            var kind = kinds.Find(asked.Kind) ?? throw new SettingException(Unknown(asked.Kind));
            var (parameters, problems) = ImportParameters.Read(asked.Declared, kind);
            if (problems.Count > 0)
                throw new SettingException(string.Join('\n', problems.Select(problem => InOptions(problem.Message))));
            await using var bytes = Open(asked.File);
            await using var file = await FileText.OpenAsync(bytes, parameters.Format, cancellationToken);
            var report = await WithProgressAsync(
                $"Importing {asked.File.Name}",
                bytes,
                progress => ImportAsync(kind, file, asked, progress, cancellationToken)
            );
            Console.Out.WriteLine(ImportReportText.Of(report));
            return report.Unreadable is not null || report.Interrupted is not null ? NotRun
                : report.Refused > 0 ? RowsRefused
                : 0;
        }
        catch (Exception error)
            when (error is SettingException or FileNotTextException or MigrationException or PostgresUnavailableException)
        {
            return NotRunBecause(error.Message);
        }
    }

    private static string InOptions(string message) =>
        ImportParameters.All.Aggregate(
            message,
            (text, parameter) => text.Replace($"'{parameter.Name}'", OptionOf(parameter.Name), StringComparison.Ordinal)
        );

    // On the error stream, so that the report can be piped.
    private static async Task<ImportReport> WithProgressAsync(
        string what,
        FileStream file,
        Func<Action<ImportReport>, Task<ImportReport>> import
    )
    {
        if (Terminals.OrNull(Console.Error, Console.IsErrorRedirected) is not { } terminal)
            return await import(SayHowFar);
        var rows = 0L;
        return await ProgressBar
            .On(terminal, "rows", () => rows)
            .StartAsync(bars =>
            {
                var bar = bars.AddTask(Markup.Escape(what), maxValue: Math.Max(1, file.Length));
                return import(report =>
                {
                    rows = report.Rows;
                    bar.Value = file.Position;
                });
            });
    }

    private async Task<ImportReport> ImportAsync(
        ImportKind kind,
        FileText file,
        Asked asked,
        Action<ImportReport> progress,
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
            await new AgencyRegistry(ops, DatabaseClock.Instance).FindAsync(asked.Agency, cancellationToken)
            ?? throw new SettingException($"There is no agency {asked.Agency}. The verb demo makes two; .agency-roi/demo.json names them.");
        var runner = new ImportRunner(new AgencyDatabase(app, modules), DatabaseClock.Instance) { KeepsReports = true };
        var scope = new TenantScope(agency, ClientScope.All, Actor);
        return await runner.RunAsync(kind, file, scope, asked.Mode, progress, rateLimit: null, cancellationToken);
    }

    private static void SayHowFar(ImportReport report)
    {
        if (report.Rows % 10_000 == 0)
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Rows:N0} rows …"));
    }

    private static FileStream Open(FileInfo file)
    {
        if (Directory.Exists(file.FullName))
            throw new SettingException($"{file} is a folder: name the file in it that is to be imported.");
        try
        {
            return file.OpenRead();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SettingException(error.Message);
        }
    }

    /// <param name="Declared">What is said of the file, by the names of <see cref="ImportParameters"/>.</param>
    private sealed record Asked(
        string Kind,
        FileInfo File,
        string Agency,
        ImportMode Mode,
        IReadOnlyList<(string Name, string Value)> Declared
    );
}
