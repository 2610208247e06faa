using System.Net;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Tenancy;
using Microsoft.AspNetCore.Builder;
using Npgsql;

namespace AgencyRoi.Tests.Platform.Database.Pooler;

/// <summary>Prepared statements are asked for, and a pooler that mixes them up stands between: at the start, or from some moment on.</summary>
public sealed class PoolerTests(RelayedApp app) : IClassFixture<RelayedApp>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("pool_mode = transaction", 1)]
    [InlineData("pool_mode = transaction", 3)]
    [InlineData("server_round_robin = 1", 3)]
    [InlineData("pool_mode = session", 20)]
    public async Task No_connection_is_made_through_a_pooler_that_was_not_seen_to_keep_statements_apart(
        string setting,
        int serverConnections
    )
    {
        await using var bouncer = await StartAsync(serverConnections, setting, "max_prepared_statements = 0");
        await using var asking = DataSources.Create($"{bouncer.Through(app.Database.AppConnection)};Max Auto Prepare=100");
        await using var silent = DataSources.Create($"{bouncer.Through(app.Database.AppConnection)}");

        var error = await Assert.ThrowsAsync<PoolerException>(async () => await asking.OpenConnectionAsync(Token));

        Assert.Contains("Write Max Auto Prepare=0", error.Message);
        await using var connection = await silent.OpenConnectionAsync(Token);
    }

    [Fact]
    public async Task One_that_keeps_them_apart_is_used_until_it_no_longer_does()
    {
        await using var bouncer = await StartAsync(3, "max_prepared_statements = 50");
        Assert.SkipUnless(bouncer.IsAtLeast(1, 21), $"PgBouncer {bouncer.Version} keeps no statements apart; 1.21 and later do.");
        await using var source = DataSources.Create(
            $"{bouncer.Through(app.Database.AppConnection)};Max Auto Prepare=100;No Reset On Close=true"
        );
        var database = new AgencyDatabase(source, Modules.All);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => CountAsync(database, i % 2 == 0 ? app.Alpha : app.Beta)));

        await bouncer.ReloadAsync("max_prepared_statements = 0");
        var failures = new List<Exception>();
        for (var i = 0; i < 40 && failures.Count == 0; i++)
            if (await Record.ExceptionAsync(() => CountAsync(database, i % 2 == 0 ? app.Alpha : app.Beta)) is { } failure)
                failures.Add(failure);

        Assert.IsAssignableFrom<NpgsqlException>(Assert.Single(failures));
    }

    [Fact]
    public async Task One_that_is_put_in_later_makes_the_service_unavailable_and_not_ready()
    {
        Demand();
        var client = await app.ClientAsync(app.Alpha, "Seen while direct");
        Assert.Contains("Seen while direct", $"{await app.AskAsync(app.Alpha.OwnerToken, "{ clients { nodes { name } } }")}");
        Assert.DoesNotContain("Seen", $"{await app.AskAsync(app.Beta.OwnerToken, "{ clients { nodes { name } } }")}");
        using var http = app.As(null);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/health/ready", Token)).StatusCode);
        await using var bouncer = await StartAsync(3, "max_prepared_statements = 0");

        app.Relay.LeadTo(bouncer.Port);

        // Connections that were in the pool are lost first.
        for (var i = 0; i < 30; i++)
        {
            var answer = await app.AskAsync(i % 2 == 0 ? app.Alpha.OwnerToken : app.Beta.OwnerToken, "{ clients { nodes { name } } }");
            Assert.Equal("UNAVAILABLE", answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        }
        using var ready = await http.GetAsync("/health/ready", Token);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains("\"pooler\"", await ready.Content.ReadAsStringAsync(Token));

        app.Relay.LeadTo(app.ServerPort);
        Assert.Contains(client, $"{await app.AskAsync(app.Alpha.OwnerToken, "{ clients { nodes { id } } }")}");
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/health/ready", Token)).StatusCode);
    }

    [Fact]
    public async Task Sessions_that_come_out_otherwise_make_the_service_unavailable_and_not_ready()
    {
        using var http = app.As(null);
        app.Relay.LeadTo(app.ServerPort);
        app.Relay.Swap(("set local app.tenant_id", "set local app.tenant_is"));

        var answer = await app.AskAsync(app.Alpha.OwnerToken, "{ clients { nodes { name } } }");
        using var ready = await http.GetAsync("/health/ready", Token);

        app.Relay.Swap();
        Assert.Equal("UNAVAILABLE", answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        Assert.Contains("\"session\"", await ready.Content.ReadAsStringAsync(Token));
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/health/ready", Token)).StatusCode);
    }

    private async Task<PgBouncer> StartAsync(int serverConnections, params string[] settings)
    {
        Demand();
        return await PgBouncer.StartAsync(PgBouncer.Find()!, new(app.Database.AppConnection), serverConnections, settings); // Not null: demanded.
    }

    private static async Task CountAsync(AgencyDatabase database, TestAgency agency)
    {
        await using var session = await database.OpenAsync(new(agency.Tenant, ClientScope.All), SessionMode.Read, Token);
        for (var i = 0; i < 6; i++)
        {
            await using var asking = session.Command("select count(*) filter (where tenant_id = $1), count(*) from app.api_tokens");
            asking.Parameters.Add(new() { Value = agency.Tenant.Id });
            await using var reader = await asking.ExecuteReaderAsync(Token);
            await reader.ReadAsync(Token);
            Assert.Equal((3, 3), (reader.GetInt64(0), reader.GetInt64(1)));
        }
    }

    private static void Demand() => Assert.SkipUnless(PgBouncer.Find() is not null, "There is no PgBouncer: apt-get install pgbouncer");
}

/// <summary>The product on a connection to the server itself, which can be led elsewhere, with prepared statements asked for.</summary>
public sealed class RelayedApp(PostgresFixture postgres) : AgencyApp(postgres)
{
    internal Relay Relay { get; private set; } = null!; // xunit initialises a fixture before any test sees it

    internal int ServerPort => new NpgsqlConnectionStringBuilder(Database.AppConnection).Port;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Relay.DisposeAsync();
    }

    protected override void Configure(WebApplicationBuilder builder)
    {
        base.Configure(builder);
        Relay ??= new(ServerPort);
        builder.Configuration["ConnectionStrings:App"] = Relay.Through($"{Database.AppConnection};Max Auto Prepare=100").ConnectionString;
        builder.Configuration["ConnectionStrings:Listener"] = Database.AppConnection;
    }
}
