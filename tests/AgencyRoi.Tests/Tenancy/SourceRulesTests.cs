using System.Text.RegularExpressions;
using AgencyRoi.Database.Server;

namespace AgencyRoi.Tests.Tenancy;

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

    [GeneratedRegex(@"[\\/](bin|obj|artifacts|node_modules)[\\/]")]
    private static partial Regex BuildOutput();
}
