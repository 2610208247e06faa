using AgencyRoi.Imports;
using AgencyRoi.Metrics;

namespace AgencyRoi.Tests.Api;

/// <summary>schema/README.md says what the code does.</summary>
public sealed class SchemaReadmeTests
{
    private readonly string readme = Repository.Read("schema/README.md");

    [Fact]
    public void Each_kind_of_import_has_its_table_of_columns()
    {
        foreach (var kind in new ImportKinds(Modules.All).All)
        {
            string[] lines =
            [
                $"### {kind.Name}",
                "",
                "| column | required | holds |",
                "|---|---|---|",
                .. kind.Columns.Select(column => $"| {column.Name} | {(column.IsRequired ? "yes" : "")} | {column.Description} |"),
                "",
            ];
            var table = string.Join('\n', lines);
            Assert.True(readme.Contains(table, StringComparison.Ordinal), table);
        }
    }

    [Fact]
    public void Each_error_code_is_listed_once()
    {
        var section = readme[readme.IndexOf("## Error codes", StringComparison.Ordinal)..];
        var listed = section.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1]);

        Assert.Equal(EnumCode.All<ErrorCode>().Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_file_of_operations_is_named()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AgencyRoi.Database.Server.Checkout.Root, "schema", "operations")))
            Assert.Contains($"`{Path.GetFileName(file)}`", readme);
    }
}
