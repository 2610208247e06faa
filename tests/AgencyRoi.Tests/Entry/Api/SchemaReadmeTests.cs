using AgencyRoi.Entry.Api;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.LocalPostgres;

namespace AgencyRoi.Tests.Entry.Api;

/// <summary>schema/README.md says what the code does.</summary>
public sealed class SchemaReadmeTests
{
    private readonly string readme = Repository.Read("schema/README.md");

    [Fact]
    public void Each_error_code_is_listed_once_with_its_cause_in_the_schemas_words_and_a_cure()
    {
        var codes = (EnumType)ProductSchema.ForStaff(Modules.All).FindType("ErrorCode")!;

        Assert.Equal(
            codes.Values.Select(code => (code.Name, code.Description!)).OrderBy(code => code.Name, StringComparer.Ordinal),
            Rows("## Error codes").Select(row => (row[0].Trim('`'), row[1])).OrderBy(code => code.Item1, StringComparer.Ordinal)
        );
        Assert.All(Rows("## Error codes"), row => Assert.NotEmpty(row[2]));
    }

    [Fact]
    public void Each_limit_is_listed_once_with_a_cure()
    {
        var names = typeof(LimitNames).GetFields().Select(field => (string)field.GetRawConstantValue()!);

        Assert.Equal(names.Order(StringComparer.Ordinal), Rows("## Limits").Select(row => row[0].Trim('`')).Order(StringComparer.Ordinal));
        Assert.All(Rows("## Limits"), row => Assert.NotEmpty(row[2]));
    }

    /// <summary>The cells of a section's table, its head left out.</summary>
    private IEnumerable<string[]> Rows(string heading) =>
        readme[(readme.IndexOf(heading + "\n", StringComparison.Ordinal) + heading.Length)..]
            .Split("\n## ")[0]
            .Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries));

    [Fact]
    public void Each_file_of_operations_is_named()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AgencyRoi.LocalPostgres.Checkout.Root, "schema", "operations")))
            Assert.Contains($"`{Path.GetFileName(file)}`", readme);
    }
}
