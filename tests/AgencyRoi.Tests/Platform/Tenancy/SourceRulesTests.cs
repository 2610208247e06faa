using System.Text.RegularExpressions;
using AgencyRoi.LocalPostgres;

namespace AgencyRoi.Tests.Platform.Tenancy;

/// <summary>Words that must not appear in the product's source, because each has let one tenant see another.</summary>
public sealed partial class SourceRulesTests
{
    public static TheoryData<string, string> Forbidden =>
        new()
        {
            { @"set\s+(session\s+)?app\.(tenant_id|client_scope)", "a setting that outlives its transaction" },
            { @"set_config\s*\(", "a setting that may outlive its transaction, and that a sharded database does not pass on" },
            { @"IgnoreQueryFilters", "a query without its tenant" },
            { @"AddDbContextPool|AddPooledDbContextFactory|PooledDbContextFactory", "a context that remembers its last tenant" },
            { @"No\s*Reset\s*On\s*Close\s*=\s*true|Multiplexing\s*=\s*true", "a connection that remembers its last user" },
            { @"Include\s*Error\s*Detail\s*=\s*true", "other rows' values in errors and logs" },
            { @"create\s+(or\s+replace\s+)?(trigger|rule|materialized\s+view)", "what cannot be kept to one tenant or sharded" },
        };

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void The_source_is_free_of(string pattern, string why)
    {
        var root = Checkout.Root;
        var files = new[] { "src", "db-migrations" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*.*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file) is ".cs" or ".sql" && !BuildOutput().IsMatch(file))
            .ToList();

        var found = files.Where(file => Regex.IsMatch(File.ReadAllText(file), pattern, RegexOptions.IgnoreCase));

        Assert.True(files.Count > 50);
        Assert.True(!found.Any(), $"{why}: {string.Join(", ", found.Select(file => Path.GetRelativePath(root, file)))}");
    }

    // Everywhere else a command comes from a session, which has its tenant.
    private static readonly string[] OutsideSessions =
    [
        "Access/Members/InvitationAcceptance.cs", // Finds out which agency somebody is invited to.
        "Access/Members/Membership.cs", // Finds out who asks.
        "Access/Tokens/ApiTokenStore.cs", // Finds out who asks.
        "Entry/Api/WarmUp.cs", // Opens connections for the pool, and asks nothing on them.
        "Platform/Hosting/Readiness.cs", // Asks about the database itself.
        "Platform/Tenancy/AgencyRegistry.cs", // Takes on agencies, as another role.
    ];

    [Fact]
    public void Connections_and_commands_are_made_where_the_tenant_is_set()
    {
        var product = Path.Combine(Checkout.Root, "src", "AgencyRoi");

        var found = Directory
            .EnumerateFiles(product, "*.cs", SearchOption.AllDirectories)
            .Where(file => !BuildOutput().IsMatch(file) && OwnConnection().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(product, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith("Platform/Database/", StringComparison.Ordinal))
            .ToList();

        Assert.Equal(OutsideSessions, found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Ef_is_asked_in_its_own_language()
    {
        var product = Path.Combine(Checkout.Root, "src", "AgencyRoi");

        var found = Directory
            .EnumerateFiles(product, "*.cs", SearchOption.AllDirectories)
            .Where(file => !BuildOutput().IsMatch(file) && TextForEf().IsMatch(File.ReadAllText(file)));

        Assert.Empty(found);
    }

    [GeneratedRegex(@"new Npgsql(Command|Batch|Connection)\((?!session\.Connection)|\.Create(Command|Batch)\(|\.OpenConnection(Async)?\(")]
    private static partial Regex OwnConnection();

    [GeneratedRegex(@"\.(FromSql|ExecuteSql|SqlQuery)\w*\(")]
    private static partial Regex TextForEf();

    [GeneratedRegex(@"[\\/](bin|obj|artifacts|node_modules)[\\/]")]
    private static partial Regex BuildOutput();
}
