using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Tests.TypeSystem;

public sealed class SchemaBuilderTests
{
    [Fact]
    public void Types_are_found_through_fields_arguments_interfaces_unions_inputs_and_directives()
    {
        var schema = SchemaFromSdl.Build(KitchenSink.Sdl);

        var rebuilt = new SchemaBuilder { QueryType = schema.QueryType }
            .AddDirective(schema.FindDirective("cost")!)
            .Build();

        string[] expected =
        [
            "Boolean",
            "Case",
            "Choice",
            "Decimal",
            "Events",
            "Filter",
            "Float",
            "ID",
            "Int",
            "Item",
            "Named",
            "Node",
            "Root",
            "String",
            "Writes",
        ];
        Assert.Equal(
            expected,
            rebuilt
                .Types.Select(type => type.Name)
                .Where(name => !name.StartsWith("__", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Scalars_that_nothing_uses_are_not_in_the_schema_but_those_of_introspection_are()
    {
        var schema = SchemaFromSdl.Build("type Query { a: Query }");

        Assert.Null(schema.FindType("Float"));
        Assert.Same(StandardScalars.String, schema.FindType("String"));
        Assert.Same(StandardScalars.Boolean, schema.FindType("Boolean"));
    }

    [Fact]
    public void Two_types_cannot_share_a_name()
    {
        var query = new ObjectType("Query") { Fields = new([new FieldDefinition("a", new ObjectType("Query"))]) };

        var refusal = Assert.Throws<SchemaException>(() => new SchemaBuilder { QueryType = query }.Build());

        Assert.Equal("Schema must contain uniquely named types but contains multiple types named \"Query\".", refusal.Message);
    }

    [Fact]
    public void A_query_type_is_needed()
    {
        Assert.Equal("Query root type must be provided.", Assert.Throws<SchemaException>(() => new SchemaBuilder().Build()).Message);
    }

    [Fact]
    public void A_refusal_lists_all_errors()
    {
        var refusal = Assert.Throws<SchemaException>(() => SchemaFromSdl.Build("type Query\nenum E"));

        Assert.Equal(2, refusal.Errors.Count);
        Assert.Contains("Type Query must define one or more fields.", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Enum type E must define one or more values.", refusal.Message, StringComparison.Ordinal);
    }
}
