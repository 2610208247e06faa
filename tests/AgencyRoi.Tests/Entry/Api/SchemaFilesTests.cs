using AgencyRoi.Entry.Api;
using AgencyRoi.Entry.Cli;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.Tests.Entry.Api;

public sealed class SchemaFilesTests
{
    [Fact]
    public void The_files_in_the_schema_folder_are_what_the_product_serves()
    {
        foreach (var (file, schema) in SchemaCommand.Files(Modules.All))
            Assert.True(
                Repository.Read($"schema/{file}") == SchemaPrinter.Print(schema()) + '\n',
                $"schema/{file} has drifted: dotnet run --project src/AgencyRoi -- schema"
            );
    }

    [Fact]
    public void Everything_in_both_schemas_is_described()
    {
        foreach (var (file, schema) in SchemaCommand.Files(Modules.All))
            Assert.Equal("", string.Join(", ", Undescribed(schema()).Select(name => $"{file}: {name}")));
    }

    [Fact]
    public void The_portal_sees_nothing_of_money_tokens_other_systems_or_the_inside()
    {
        var portal = ProductSchema.ForPortal(Modules.All);
        var fields = portal
            .Types.OfType<ComplexType>()
            .Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal))
            .SelectMany(type => type.Fields.Select(field => $"{type.Name}.{field.Name}"))
            .ToList();

        Assert.Null(portal.MutationType);
        Assert.DoesNotContain(
            fields,
            field =>
                new[]
                {
                    "margin",
                    "externalReference",
                    "version",
                    "values",
                    "currentValue",
                    "outcomes",
                    "exchangeRates",
                    "apiTokens",
                    "runByAgency",
                }.Any(word => field.EndsWith("." + word, StringComparison.Ordinal))
        );
        Assert.Contains("Client.goals", fields);
        foreach (
            var hidden in new[]
            {
                "ApiToken",
                "ExchangeRate",
                "GoalValue",
                "Outcome",
                "LedgerEntry",
                "FigureExplanation",
                "Roi",
                "CostCategory",
                "ClientPeriod",
                "AsReported",
                "ClientFilterInputMargin",
            }
        )
            Assert.Null(portal.FindType(hidden));
    }

    private static IEnumerable<string> Undescribed(Schema schema)
    {
        foreach (var type in schema.Types.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal)))
        {
            if (type.Description is null)
                yield return type.Name;
            foreach (var name in Members(type).Where(member => member.Description is null).Select(member => member.Name))
                yield return $"{type.Name}.{name}";
        }
    }

    private static IEnumerable<(string Name, string? Description)> Members(NamedType type) =>
        type switch
        {
            ComplexType complex => complex.Fields.SelectMany(field =>
                field
                    .Arguments.Select(argument => ($"{field.Name}({argument.Name})", argument.Description))
                    .Prepend((field.Name, field.Description))
            ),
            EnumType enumeration => enumeration.Values.Select(value => (value.Name, value.Description)),
            InputObjectType input => input.Fields.Select(field => (field.Name, field.Description)),
            _ => [],
        };
}
