using AgencyRoi.Entry.Cli;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.Tests.Entry.Api;

/// <summary>What holds for every type of both schemas, so that who knows one part of the API knows the others.</summary>
public sealed class SchemaConventionsTests
{
    private static readonly IReadOnlyList<Schema> Schemas = [.. SchemaCommand.Files(Modules.All).Select(file => file.Schema())];

    /// <summary>One fragment reads cost and the four totals of whatever has them.</summary>
    [Theory]
    [InlineData("ReturnTotals", 14)]
    [InlineData("ReturnFigure", 2)]
    public void What_has_the_fields_of_an_interface_implements_it(string name, int implementations)
    {
        foreach (var schema in Schemas)
        {
            var shared = (InterfaceType)schema.FindType(name)!;
            var having = Objects(schema).Where(type => shared.Fields.All(field => Has(type, field))).ToList();
            Assert.All(
                having,
                type => Assert.True(type.Interfaces.Contains(shared), $"{type} has all of {shared} and does not implement it.")
            );
        }
        Assert.Equal(implementations, Objects(Schemas[0]).Count(type => type.Interfaces.Any(implemented => implemented.Name == name)));
    }

    // A field under the same name that leads to something else, such as exact amounts in place of figures, is no such field.
    private static bool Has(ComplexType type, FieldDefinition wanted) =>
        type.Fields[wanted.Name] is { } field
        && (
            wanted.Type.Unwrapped is InterfaceType shared
                ? field.Type.Unwrapped is ComplexType found && shared.Fields.All(inner => Has(found, inner))
                : field.Type.Unwrapped == wanted.Type.Unwrapped
        );

    private static IEnumerable<ObjectType> Objects(Schema schema) =>
        schema.Types.OfType<ObjectType>().Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal));
}
