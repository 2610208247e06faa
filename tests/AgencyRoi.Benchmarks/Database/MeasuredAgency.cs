using AgencyRoi.Access;
using AgencyRoi.Access.Tokens;
using AgencyRoi.LocalPostgres;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Migrations;
using AgencyRoi.Platform.Tenancy;
using Npgsql;

namespace AgencyRoi.Benchmarks.Database;

/// <summary>A private server with a migrated database, the agency that is measured, and its owner's token. Gone when disposed.</summary>
internal sealed class MeasuredAgency : IAsyncDisposable
{
    public const string Name = "agency_roi";
    private readonly PrivatePostgres server;

    private MeasuredAgency(PrivatePostgres server) => this.server = server;

    public string AppConnection => server.ConnectionFor(Roles.App, Name);

    /// <summary>What the server writes down.</summary>
    public ServerLog Log => new(Path.Combine(server.Folder, "server.log"), server.SuperuserConnection("postgres"));

    public string Token { get; private set; } = "";

    public static async Task<MeasuredAgency> StartAsync(int port)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"agency-roi-benchmarks-{Environment.ProcessId}");
        var agency = new MeasuredAgency(
            await PreparedPostgres.StartAsync(new PrivatePostgresOptions(folder) { Port = port, Durable = false })
        );
        await agency.server.CreateDatabaseIfMissingAsync(Name);
        await new Migrator(agency.server.ConnectionFor(Roles.Migrator, Name)).RunAsync();
        await agency.FillAsync();
        agency.Token = await agency.IssueTokenAsync();
        return agency;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await server.DisposeAsync();
        await PrivatePostgres.RemoveAsync(new PrivatePostgresOptions(server.Folder));
    }

    private async Task FillAsync()
    {
        var rows = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Database", "clients-and-channels.sql"));
        await using var connection = new NpgsqlConnection(server.SuperuserConnection(Name));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(rows, connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<string> IssueTokenAsync()
    {
        await using var ops = DataSources.Create(server.ConnectionFor(Roles.Ops, Name));
        await using var app = DataSources.Create(AppConnection);
        var agency = await new AgencyRegistry(ops, TimeProvider.System).FindAsync("agency-1");
        await using var session = await new AgencyDatabase(app, Modules.All).OpenAsync(
            new TenantScope(agency!, ClientScope.All), // FillAsync made it.
            SessionMode.Write,
            CancellationToken.None
        );
        var wanted = new NewApiToken(AccessRole.Owner, ClientScope.All, "benchmark");
        var issued = await ApiTokens.IssueAsync(session, wanted, new("benchmark"), DateTimeOffset.UtcNow, CancellationToken.None);
        await session.CommitAsync(CancellationToken.None);
        return issued.Text.ToString();
    }
}
