using AgencyRoi.LocalPostgres;
using AgencyRoi.Platform.Database.Migrations;
using Microsoft.AspNetCore.Builder;

namespace AgencyRoi.Tests.Platform.Database.Pooler;

/// <summary>The product as docs/operation.md says it is set up behind a PgBouncer; without PgBouncer before the server itself.</summary>
public sealed class BouncedApp(PostgresFixture postgres) : AgencyApp(postgres)
{
    public const int ServerConnections = 3;
    private readonly PostgresFixture postgres = postgres;

    internal PgBouncer? Bouncer { get; private set; }

    public override async ValueTask InitializeAsync()
    {
        if (PgBouncer.Find() is { } program)
        {
            var server = await postgres.Server;
            Bouncer = await PgBouncer.StartAsync(program, new(server.ConnectionFor(Roles.App, "postgres")), ServerConnections);
        }
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (Bouncer is not null)
            await Bouncer.DisposeAsync();
    }

    protected override void Configure(WebApplicationBuilder builder)
    {
        base.Configure(builder);
        if (Bouncer is null)
            return;
        builder.Configuration["ConnectionStrings:App"] = $"{Bouncer.Through(Database.AppConnection)};No Reset On Close=true";
        builder.Configuration["ConnectionStrings:Listener"] = Database.AppConnection;
    }
}
