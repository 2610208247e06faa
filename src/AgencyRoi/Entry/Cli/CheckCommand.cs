using System.CommandLine;
using AgencyRoi.Entry.Terminal;
using AgencyRoi.Ledger.Checks;
using AgencyRoi.LocalPostgres;
using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Migrations;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Records.Stages;

namespace AgencyRoi.Entry.Cli;

internal static class CheckCommand
{
    private const int Differs = 1;
    private const int NotRun = 2;

    public static Command Create(IReadOnlyList<ProductModule> modules)
    {
        var slug = new Option<string?>("--agency") { Description = "The slug of one agency; without it, all are checked." };
        var command = new Command(
            "check",
            "Recomputes rollups, claims and closings from the ledger, and funnels from the stages of contacts, in the database that the setting ConnectionStrings:Ops names or in the demo's; "
                + "ends with 1 when anything differs, and with 2 when nothing could be checked."
        )
        {
            slug,
        };
        command.SetAction((parsed, cancellationToken) => CheckOrSayWhyNotAsync(modules, parsed.GetValue(slug), cancellationToken));
        return command;
    }

    private static async Task<int> CheckOrSayWhyNotAsync(
        IReadOnlyList<ProductModule> modules,
        string? slug,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await RunAsync(modules, slug, cancellationToken);
        }
        catch (Exception error) when (error is SettingException or MigrationException or PostgresUnavailableException)
        {
            Console.Error.WriteLine(error.Message);
            return NotRun;
        }
    }

    private static async Task<int> RunAsync(IReadOnlyList<ProductModule> modules, string? slug, CancellationToken cancellationToken)
    {
        await using var ops = await OpsDatabase.OpenAsync(Settings.Read(), "check", cancellationToken);
        var agencies = slug is null ? await ops.Registry.AllAsync(cancellationToken) : [await ops.FindAsync(slug, cancellationToken)];

        var database = new AgencyDatabase(ops.Ops, modules);
        var differences = 0;
        await WithProgressAsync(
            agencies.Count,
            async checkedOne =>
            {
                foreach (var agency in agencies)
                {
                    differences += await CheckAsync(database, agency, cancellationToken);
                    checkedOne();
                }
            }
        );
        Console.WriteLine(
            differences == 0
                ? $"{Agencies(agencies.Count)} checked: everything follows from the ledger."
                : $"{Agencies(agencies.Count)} checked: {Differences(differences)}."
        );
        return differences == 0 ? 0 : Differs;
    }

    private static async Task<int> CheckAsync(AgencyDatabase database, TenantInfo agency, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(new(agency, ClientScope.All), SessionMode.Read, cancellationToken);
        IReadOnlyList<LedgerDifference> found =
        [
            .. await LedgerCheck.RunAsync(session, cancellationToken),
            .. await ContactStepsCheck.RunAsync(session, cancellationToken),
        ];
        foreach (var difference in found)
            Console.WriteLine($"{agency.Identifier}: {difference}");
        return found.Count;
    }

    // On the error stream, so that the differences can be piped.
    private static Task WithProgressAsync(int agencies, Func<Action, Task> check) =>
        Terminals.OrNull(Console.Error, Console.IsErrorRedirected) is not { } terminal
            ? check(() => { })
            : ProgressBar
                .On(terminal, "agencies")
                .StartAsync(bars =>
                {
                    var bar = bars.AddTask("Checking the ledgers", maxValue: Math.Max(1, agencies));
                    return check(() => bar.Increment(1));
                });

    private static string Agencies(int count) => count == 1 ? "1 agency" : $"{count} agencies";

    private static string Differences(int count) => count == 1 ? "1 difference" : $"{count} differences";
}
