using AgencyRoi.Entry.Demo;
using AgencyRoi.LocalPostgres;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Migrations;
using AgencyRoi.Platform.Tenancy;
using Npgsql;

namespace AgencyRoi.Entry.Cli;

/// <summary>The database for verbs that look at all agencies: the one that <c>ConnectionStrings:Ops</c> names, or the demo's where no setting names one.</summary>
internal sealed class OpsDatabase : IAsyncDisposable
{
    private readonly DemoDatabase? demo;

    private OpsDatabase(DemoDatabase? demo, string connection) => (this.demo, Ops) = (demo, DataSources.Create(connection));

    public NpgsqlDataSource Ops { get; }

    public AgencyRegistry Registry => new(Ops, DatabaseClock.Instance);

    /// <param name="verb">For the message: what is to be run again.</param>
    /// <exception cref="SettingException">It is not named, not migrated, or the role is not the one that sees all agencies.</exception>
    public static async Task<OpsDatabase> OpenAsync(IConfiguration settings, string verb, CancellationToken cancellationToken)
    {
        var demo = await DemoOrNullAsync(settings, cancellationToken);
        try
        {
            var connection = demo?.Ops ?? settings.RequiredConnection("Ops");
            if (!await RoleCheck.SeesAllAsync(connection, cancellationToken))
                throw new SettingException(
                    $"ConnectionStrings:Ops logs in as a role that does not see all agencies. Use {Roles.Ops}: db-migrations/README.md."
                );
            if (!await MigrationHistory.IsCompleteAsync(connection, cancellationToken))
                throw new SettingException($"The database is not up to date with this program: run the verb migrate, then {verb} again.");
            return new OpsDatabase(demo, connection);
        }
        catch
        {
            if (demo is not null)
                await demo.DisposeAsync();
            throw;
        }
    }

    /// <exception cref="SettingException">There is none.</exception>
    public async Task<TenantInfo> FindAsync(string slug, CancellationToken cancellationToken) =>
        await Registry.FindAsync(slug, cancellationToken) ?? throw new SettingException($"There is no agency {slug}.");

    public async ValueTask DisposeAsync()
    {
        await Ops.DisposeAsync();
        if (demo is not null)
            await demo.DisposeAsync();
    }

    private static async Task<DemoDatabase?> DemoOrNullAsync(IConfiguration settings, CancellationToken cancellationToken) =>
        settings.GetConnectionString("Ops") is { Length: > 0 }
        || DemoDatabase.IsGiven(settings)
        || !File.Exists(DemoFile.PathIn(Checkout.StateFolder))
            ? null
            : await DemoDatabase.OpenAsync(settings, PrivatePostgresOptions.ForCheckout, DatabaseUse.AsItIs, cancellationToken);
}
