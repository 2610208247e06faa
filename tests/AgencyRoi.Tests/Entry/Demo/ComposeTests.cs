using System.CommandLine;
using System.Text.RegularExpressions;
using AgencyRoi.Entry.Cli;
using AgencyRoi.Entry.Demo;
using AgencyRoi.LocalPostgres;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace AgencyRoi.Tests.Entry.Demo;

/// <summary>No Docker engine runs here, so docker-compose.yml and the Dockerfile are read, and what the API is told there is tried for real.</summary>
public sealed partial class ComposeTests(PostgresFixture postgres)
{
    private readonly string compose = Repository.Read("docker-compose.yml");
    private readonly string dockerfile = Repository.Read("Dockerfile");

    [Fact]
    public void The_database_is_postgres_17_and_the_api_waits_until_it_is_healthy()
    {
        Assert.Matches(@"(?m)^    image: postgres:17$", compose);
        Assert.Matches(@"(?ms)^    healthcheck:.*?pg_isready -h 127\.0\.0\.1", compose);
        Assert.Matches(@"(?ms)^  api:.*depends_on:\s+database:\s+condition: service_healthy", compose);
        Assert.Matches(@"(?m)^    build: \.$", compose);
    }

    [Fact]
    public void Ports_are_bound_to_this_machine_alone()
    {
        var ports = PortLines().Matches(compose).Select(match => match.Groups["port"].Value).ToList();

        Assert.Equal(["127.0.0.1:5080:5080"], ports);
    }

    [Fact]
    public void No_password_is_written_down()
    {
        var passwords = Passwords().Matches(compose).Select(match => match.Groups["value"].Value).ToList();

        Assert.Equal(2, passwords.Count);
        Assert.All(passwords, password => Assert.StartsWith("${POSTGRES_PASSWORD:?", password));
        Assert.DoesNotContain("PASSWORD", dockerfile, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(".env", Repository.Read(".gitignore").Split('\n'));
        Assert.Contains(".env", Repository.Read(".dockerignore").Split('\n'));
    }

    [Fact]
    public void The_image_runs_as_an_ordinary_user_and_can_write_where_the_tokens_go()
    {
        Assert.Matches(@"(?m)^FROM mcr\.microsoft\.com/dotnet/sdk:10\.0 AS build$", dockerfile);
        Assert.Matches(@"(?m)^FROM mcr\.microsoft\.com/dotnet/aspnet:10\.0$", dockerfile);
        Assert.Matches(@"(?s)WORKDIR /app\n.*chown \$APP_UID \.agency-roi\n.*USER \$APP_UID\n", dockerfile);
        Assert.Matches(@"(?m)^      - state:/app/\.agency-roi$", compose);
        Assert.Contains("""ENTRYPOINT ["dotnet", "AgencyRoi.dll"]""", dockerfile);
    }

    [Fact]
    public void The_api_runs_a_verb_that_exists_where_its_port_is_mapped_to()
    {
        var verb = Command().Match(compose).Groups["words"].Value;

        Assert.Empty(
            new RootCommand { DemoCommand.Create(Modules.All) }
                .Parse(verb)
                .Errors
        );
        Assert.Equal("http://0.0.0.0:5080", Options(postgres: "").Address);
    }

    [Fact]
    public async Task The_settings_of_the_api_lead_to_a_database_that_is_made_and_migrated()
    {
        var server = new NpgsqlConnectionStringBuilder((await postgres.Server).SuperuserConnection("postgres"));
        var settings = Options($"127.0.0.1;Port={server.Port}").Settings;
        var connection = new NpgsqlConnectionStringBuilder(settings.GetConnectionString("Superuser"))
        {
            Password = server.Password,
            Database = "compose",
        };
        settings["ConnectionStrings:Superuser"] = connection.ConnectionString;

        for (var run = 0; run < 2; run++)
        {
            await using var database = await DemoDatabase.OpenAsync(
                settings,
                new PrivatePostgresOptions("/nowhere"),
                DatabaseUse.SetUp,
                TestContext.Current.CancellationToken
            );
            await database.MigrateAsync(TestContext.Current.CancellationToken);
            Assert.Equal("compose", new NpgsqlConnectionStringBuilder(database.App).Database);
        }
    }

    /// <summary>What the API's environment says, with another host in place of the service's name.</summary>
    private DemoOptions Options(string postgres)
    {
        var environment = Environment()
            .Matches(compose[compose.IndexOf("  api:", StringComparison.Ordinal)..])
            .ToDictionary(
                match => match.Groups["name"].Value.Replace("__", ":", StringComparison.Ordinal),
                match => (string?)match.Groups["value"].Value.Replace("Host=database", $"Host={postgres}", StringComparison.Ordinal)
            );
        Assert.Equal(["ConnectionStrings:Superuser", "Urls"], environment.Keys.Order());
        return new DemoOptions(
            new ConfigurationBuilder().AddInMemoryCollection(environment).Build(),
            "",
            Port: null,
            Exit: false,
            Reset: false
        );
    }

    [GeneratedRegex(@"ports:\n(?:      - ""(?<port>[^""]+)""\n)+")]
    private static partial Regex PortLines();

    [GeneratedRegex(@"P(ASSWORD: |assword=')(?<value>[^'\n]+)")]
    private static partial Regex Passwords();

    [GeneratedRegex(@"command: \[""(?<words>[^""]+)""\]")]
    private static partial Regex Command();

    [GeneratedRegex(@"(?m)^      (?<name>[A-Z]\w+): (?<value>.+)$")]
    private static partial Regex Environment();
}
