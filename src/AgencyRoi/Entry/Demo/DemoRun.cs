using AgencyRoi.Entry.Terminal;
using AgencyRoi.LocalPostgres;
using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Tenancy;
using Npgsql;
using Spectre.Console;

namespace AgencyRoi.Entry.Demo;

/// <summary>The first minute of a newcomer: from nothing to the table, and on to an API that answers.</summary>
internal sealed class DemoRun(
    IReadOnlyList<ProductModule> modules,
    DemoOptions options,
    TextWriter output,
    TimeProvider time,
    IAnsiConsole? terminal = null
)
{
    private const string Actor = "demo";
    private readonly Steps progress = new(output, terminal);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await DemoPlace.CheckAsync(options, cancellationToken);
        if (options.Reset)
            await progress.StepAsync("Dropping what an earlier run made", () => ResetAsync(cancellationToken));
        await using var database = await progress.StepAsync(
            DemoDatabase.IsGiven(options.Settings) ? "Connecting to PostgreSQL" : "Starting PostgreSQL",
            () => DemoDatabase.OpenAsync(options.Settings, options.Postgres, DatabaseUse.SetUp, cancellationToken)
        );
        await progress.StepAsync("Migrating the database", () => database.MigrateAsync(cancellationToken));
        var known = await DemoFile.ReadAsync(options.StateFolder, cancellationToken);
        // It needs no data to start, and either takes seconds: a newcomer waits for the longer of the two.
        await using var starting = new StartingHost(
            DemoHost.StartAsync(modules, options.Address, database, cancellationToken, providerAddress: options.ProviderAddress)
        );
        var agencies = await LoadAsync(database, known, cancellationToken);
        var host = await progress.StepAsync("Starting the API", () => starting.Host);
        var file = new DemoFile(host.Url, agencies);
        await file.WriteAsync(options.StateFolder, cancellationToken);
        if (host.Provider is { } provider)
            await LetInAsync(database, provider.Issuer, cancellationToken);
        await PrintAsync(file, host.Provider?.TryAddress(host.Url), cancellationToken);
        if (options.Exit)
            return;
        await ServeAsync(host, database, cancellationToken);
        output.WriteLine("Stopping.");
    }

    // Ends with whichever ends first: told to stop, or without a database for good.
    private async Task ServeAsync(DemoHost host, DemoDatabase database, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var serving = host.ServeAsync(ending.Token);
        var watching = database.KeepRunningAsync(output, ending.Token);
        await Task.WhenAny(serving, watching);
        await ending.CancelAsync();
        await serving;
        try
        {
            await watching;
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // Serving ended first.
        }
    }

    private async Task ResetAsync(CancellationToken cancellationToken)
    {
        if (DemoDatabase.IsGiven(options.Settings))
            throw new SettingException(
                "--reset drops the demo's private database only. A database that you name in the settings is yours to drop."
            );
        await PrivatePostgres.RemoveAsync(options.Postgres, cancellationToken);
        File.Delete(DemoFile.PathIn(options.StateFolder));
    }

    private async Task<IReadOnlyList<DemoFileAgency>> LoadAsync(DemoDatabase database, DemoFile? known, CancellationToken cancellationToken)
    {
        await using var app = DataSources.Create(database.App);
        await using var ops = DataSources.Create(database.Ops);
        var agencies = new AgencyDatabase(app, modules);
        var loading = new AgencyLoading(new AgencyRegistry(ops, time), agencies, time);
        var loaded = new List<DemoFileAgency>();
        foreach (var agency in DemoAgency.All())
        {
            var tenant = await loading.EnsureAgencyAsync(agency.Agency, cancellationToken);
            var scope = new TenantScope(tenant, ClientScope.All, Actor);
            var terms = new TermsLoading(agency.Terms, agencies, scope, time);
            await terms.EnsureRulesAsync(cancellationToken);
            var missing = await loading.MissingAsync(agency, scope, cancellationToken);
            if (missing.Count > 0)
                await progress.RowsAsync(
                    $"Loading {missing.Count} clients of {tenant.Name}",
                    missing.Sum(plan => plan.FactCount),
                    rowsDone => LoadAsync(loading, missing, scope, rowsDone, cancellationToken)
                );
            await terms.EnsureAllocationsAsync(cancellationToken);
            await terms.EnsureClientGroupsAsync(cancellationToken);
            loaded.Add(
                await DemoTokens.EnsureAsync(
                    agencies,
                    scope,
                    portalReference: agency.Clients[0].Reference,
                    known?.Find(tenant.Identifier),
                    time.GetUtcNow(),
                    cancellationToken
                )
            );
        }
        return loaded;
    }

    private async Task LetInAsync(DemoDatabase database, string issuer, CancellationToken cancellationToken)
    {
        await using var app = DataSources.Create(database.App);
        await using var ops = DataSources.Create(database.Ops);
        var (registry, agencies) = (new AgencyRegistry(ops, time), new AgencyDatabase(app, modules));
        foreach (var agency in DemoAgency.All())
            if (await registry.FindAsync(agency.Agency.Slug, cancellationToken) is { } tenant)
                await DemoMembers.EnsureAsync(
                    agencies,
                    new TenantScope(tenant, ClientScope.All, Actor),
                    issuer: issuer,
                    portalReference: agency.Clients[0].Reference,
                    time.GetUtcNow(),
                    cancellationToken
                );
    }

    private static async Task LoadAsync(
        AgencyLoading loading,
        IReadOnlyList<ClientPlan> missing,
        TenantScope scope,
        Action<long> rowsDone,
        CancellationToken cancellationToken
    )
    {
        await loading.LoadRatesAsync(scope, cancellationToken);
        foreach (var plan in missing)
        {
            await loading.LoadAsync(plan, scope, cancellationToken);
            rowsDone(plan.FactCount);
        }
    }

    private async Task PrintAsync(DemoFile file, Uri? signIn, CancellationToken cancellationToken)
    {
        var token = file.Agencies[0].Tokens.Owner;
        var (agency, comparison) = await progress.StepAsync(
            $"Asking {file.Url}",
            () => ComparisonQuery.AskAsync(file.Url, token, cancellationToken)
        );
        output.WriteLine(
            $"""

            {agency}: its clients from {DemoPeriod.Days.From:yyyy-MM-dd} to {DemoPeriod.Days.To.AddDays(
                -1
            ):yyyy-MM-dd}, in {comparison.CurrencyCode}, by adjusted ROI

            """
        );
        if (terminal is null)
            output.WriteLine(ComparisonTable.Of(comparison));
        else
            ComparisonTable.Write(comparison, terminal);
        output.WriteLine();
        output.WriteLine(options.Exit ? "Without --exit it goes on answering." : GoOn(file, token, signIn));
    }

    private string GoOn(DemoFile file, string token, Uri? signIn) =>
        $$"""
            Answering at {{file.Url}} until Ctrl-C. A first query of your own:

              curl -s {{file.Url}} -H 'authorization: Bearer {{token}}' -H 'content-type: application/json' \
                -d '{"query":"{ clients(first: 3) { nodes { name industry currency } } }"}'

            Or open {{file.Url}} in a browser: paste the token into the field at the top.

            {{(signIn is null ? "" : $"Or sign in as a person, as a front end does it: {signIn}\n")}}
            Operations have a price here too, but no token runs out of points: Throttling:Enabled is off.

            Tokens of both agencies, for owner, analyst and portal: {{DemoFile.PathIn(options.StateFolder)}}
            """;
}
