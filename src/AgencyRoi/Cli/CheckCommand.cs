using System.CommandLine;
using AgencyRoi.Database;
using AgencyRoi.Ledger;
using AgencyRoi.Tenancy;

namespace AgencyRoi.Cli;

internal static class CheckCommand
{
    public static Command Create()
    {
        var slug = new Option<string?>("--agency") { Description = "The slug of one agency; without it, all are checked." };
        var command = new Command("check", "Recomputes rollups, claims and closings from the ledger; ends with 1 when anything differs.")
        {
            slug,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(slug), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string? slug, CancellationToken cancellationToken)
    {
        await using var ops = DataSources.Create(Settings.Read().RequiredConnection("Ops"));
        var registry = new AgencyRegistry(ops, TimeProvider.System);
        var agencies = slug is null ? await registry.AllAsync(cancellationToken) : [await FindAsync(registry, slug, cancellationToken)];

        var database = new AgencyDatabase(ops, Modules.All);
        var differences = 0;
        foreach (var agency in agencies)
        {
            await using var session = await database.OpenAsync(new(agency, ClientScope.All), SessionMode.Read, cancellationToken);
            var found = await LedgerCheck.RunAsync(session, cancellationToken);
            foreach (var difference in found)
                Console.WriteLine($"{agency.Identifier}: {difference}");
            differences += found.Count;
        }
        Console.WriteLine(
            differences == 0
                ? $"{Agencies(agencies.Count)} checked: everything follows from the ledger."
                : $"{Agencies(agencies.Count)} checked: {Differences(differences)}."
        );
        return differences == 0 ? 0 : 1;
    }

    private static async Task<TenantInfo> FindAsync(AgencyRegistry registry, string slug, CancellationToken cancellationToken) =>
        await registry.FindAsync(slug, cancellationToken) ?? throw new SettingException($"There is no agency {slug}.");

    private static string Agencies(int count) => count == 1 ? "1 agency" : $"{count} agencies";

    private static string Differences(int count) => count == 1 ? "1 difference" : $"{count} differences";
}
