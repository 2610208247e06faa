using AgencyRoi.Entry.Demo;
using AgencyRoi.LocalPostgres;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Migrations;
using AgencyRoi.Tests.Entry.Cli;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace AgencyRoi.Tests.Entry.Demo;

/// <summary>A server of somebody's own: what exists on it is not changed, roles and their passwords first of all.</summary>
public sealed class GivenServerTests(OwnServer own) : IClassFixture<OwnServer>
{
    private const string Refusal = "exists on this server with another password, which is not changed here";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Neither_demo_nor_a_dry_run_changes_the_passwords_of_roles_that_exist()
    {
        var before = await own.RolesAsync();
        await using var checkout = await TemporaryCheckout.CreateAsync(ServerAccount.Own, Stop);
        checkout.Settings["ConnectionStrings__Superuser"] = own.Superuser("new");
        await File.WriteAllTextAsync(Path.Combine(checkout.Root, "more.csv"), Repository.Read("samples/more-spend-on-916.csv"), Stop);

        var demo = await checkout.RunAsync(Stop, "demo", "--exit", "--port", "0");
        var import = await checkout.RunAsync(Stop, "import", "costs", "more.csv", "--agency", "northlight", "--dry-run");

        Assert.Equal((1, 2), (demo.ExitCode, import.ExitCode));
        Assert.Contains(Refusal, demo.Errors);
        Assert.Contains(Refusal, import.Errors);
        Assert.Contains("ConnectionStrings:Migrator", import.Errors);
        Assert.Equal(before, await own.RolesAsync());
        Assert.Equal(false, await own.AskAsync("select exists (select from pg_database where datname = 'new')"));
    }

    [Fact]
    public async Task With_the_passwords_given_it_is_used_as_it_is()
    {
        var before = await own.RolesAsync();
        var settings = own.Settings("used");

        await using (var database = await OpenAsync(settings, DatabaseUse.SetUp))
        {
            // Only the verb that sets up also migrates.
            var refused = await Assert.ThrowsAsync<SettingException>(() => database.RequireMigratedAsync(Stop));
            Assert.Contains("run the verb migrate first", refused.Message);
            await database.MigrateAsync(Stop);
        }
        await using (var database = await OpenAsync(settings, DatabaseUse.AsItIs))
            await database.RequireMigratedAsync(Stop);

        Assert.Equal(before, await own.RolesAsync());
    }

    [Fact]
    public async Task A_server_with_some_of_the_roles_is_told_what_it_lacks()
    {
        await own.AskAsync("alter role agency_roi_lookup rename to agency_roi_lookup_away");
        try
        {
            var refused = await Assert.ThrowsAsync<SettingException>(() => OpenAsync(own.Settings("any"), DatabaseUse.SetUp));

            Assert.Contains("lacks agency_roi_lookup", refused.Message);
            Assert.Contains(Roles.Script, refused.Message);
        }
        finally
        {
            await own.AskAsync("alter role agency_roi_lookup_away rename to agency_roi_lookup");
        }
    }

    [Fact]
    public void The_script_that_makes_the_roles_lies_beside_the_program() =>
        Assert.Equal(EmbeddedSql.Read("Platform.Database.Migrations.roles.sql"), File.ReadAllText(Roles.Script));

    private static Task<DemoDatabase> OpenAsync(IConfiguration settings, DatabaseUse use) =>
        DemoDatabase.OpenAsync(settings, new PrivatePostgresOptions("/nowhere"), use, Stop);
}

/// <summary>A server of its own, set up by an operator: other passwords than the demo would choose, and a setting of theirs.</summary>
public sealed class OwnServer : IAsyncLifetime
{
    private readonly PrivatePostgresOptions options = new(Path.Combine(Path.GetTempPath(), $"agency-roi-own-{Guid.NewGuid():N}"[..32]))
    {
        Durable = false,
    };
    private PrivatePostgres server = null!; // xunit initialises a fixture before any test sees it

    public async ValueTask InitializeAsync()
    {
        server = await PreparedPostgres.StartAsync(options, TestContext.Current.CancellationToken);
        foreach (var role in new[] { Roles.App, Roles.Migrator, Roles.Ops })
            await AskAsync($"alter role {role} password 'of the operator'");
        await AskAsync($"alter role {Roles.App} set statement_timeout = '7s'");
    }

    internal string Superuser(string database) => server.SuperuserConnection(database);

    internal IConfigurationRoot Settings(string database)
    {
        var settings = new Dictionary<string, string?> { ["ConnectionStrings:Superuser"] = Superuser(database) };
        foreach (var (name, role) in new[] { ("App", Roles.App), ("Migrator", Roles.Migrator), ("Ops", Roles.Ops) })
            settings[$"ConnectionStrings:{name}"] = new NpgsqlConnectionStringBuilder(server.ConnectionFor(role, database))
            {
                Password = "of the operator",
            }.ConnectionString;
        return new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
    }

    /// <summary>All that is kept of the roles, to the byte.</summary>
    internal async Task<string> RolesAsync() =>
        (string)
            (
                await AskAsync(
                    "select string_agg(a::text || coalesce(s.setconfig::text, ''), chr(10) order by a.rolname) from pg_authid a left join pg_db_role_setting s on s.setrole = a.oid"
                )
            )!;

    internal async Task<object?> AskAsync(string text)
    {
        await using var connection = new NpgsqlConnection(Superuser("postgres"));
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(text, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await PrivatePostgres.RemoveAsync(options);
    }
}
