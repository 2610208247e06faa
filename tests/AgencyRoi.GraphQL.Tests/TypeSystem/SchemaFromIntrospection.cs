using System.Text.Json;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.GraphQL.TypeSystem.Scalars;

namespace AgencyRoi.GraphQL.Tests.TypeSystem;

/// <summary>What a client does with an introspection result: it makes the schema again, without directives applied to definitions.</summary>
internal sealed class SchemaFromIntrospection
{
    private readonly Dictionary<string, NamedType> types;

    private SchemaFromIntrospection(JsonElement schema)
    {
        var described = schema.GetProperty("types").EnumerateArray().ToDictionary(type => Text(type, "name")!);
        types = described.ToDictionary(type => type.Key, type => CreateEmpty(type.Key, Text(type.Value, "kind")!));
        foreach (var (name, type) in described.Where(type => !type.Key.StartsWith("__", StringComparison.Ordinal)))
            Fill(types[name], type);
    }

    public static Schema Build(JsonElement schema)
    {
        var types = new SchemaFromIntrospection(schema);
        var builder = new SchemaBuilder
        {
            Description = Text(schema, "description"),
            QueryType = types.Root(schema, "queryType"),
            MutationType = types.Root(schema, "mutationType"),
            SubscriptionType = types.Root(schema, "subscriptionType"),
        };
        foreach (var type in types.types.Values.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal)))
            builder.AddType(type);
        foreach (var directive in schema.GetProperty("directives").EnumerateArray())
            builder.AddDirective(types.Directive(directive));
        return builder.Build();
    }

    private static NamedType CreateEmpty(string name, string kind) =>
        kind switch
        {
            "SCALAR" => StandardScalars.BuiltIn.FirstOrDefault(scalar => scalar.Name == name) ?? new CustomScalar(name),
            "OBJECT" => new ObjectType(name),
            "INTERFACE" => new InterfaceType(name),
            "UNION" => new UnionType(name),
            "ENUM" => new EnumType(name),
            _ => new InputObjectType(name),
        };

    private void Fill(NamedType type, JsonElement described)
    {
        if (StandardScalars.IsBuiltIn(type.Name))
            return;
        type.Description = Text(described, "description");
        switch (type)
        {
            case ScalarType scalar:
                scalar.SpecifiedBy = Text(described, "specifiedByURL");
                break;
            case ComplexType complex:
                complex.Fields = new(Items(described, "fields").Select(Field));
                complex.Interfaces = [.. Items(described, "interfaces").Select(Reference).Cast<InterfaceType>()];
                break;
            case UnionType union:
                union.Types = [.. Items(described, "possibleTypes").Select(Reference).Cast<ObjectType>()];
                break;
            case EnumType enumType:
                enumType.Values = new(Items(described, "enumValues").Select(EnumValue));
                break;
            case InputObjectType input:
                input.Fields = new(Items(described, "inputFields").Select(Input));
                input.IsOneOf = described.GetProperty("isOneOf").GetBoolean();
                break;
        }
    }

    private FieldDefinition Field(JsonElement described) =>
        new(Text(described, "name")!, Reference(described.GetProperty("type")))
        {
            Description = Text(described, "description"),
            Arguments = new(Items(described, "args").Select(Input)),
            DeprecationReason = Deprecation(described),
        };

    private InputValueDefinition Input(JsonElement described) =>
        new(Text(described, "name")!, Reference(described.GetProperty("type")))
        {
            Description = Text(described, "description"),
            DefaultValue = Text(described, "defaultValue") is { } literal ? Parser.ParseValue(literal) : null,
            DeprecationReason = Deprecation(described),
        };

    private static EnumValueDefinition EnumValue(JsonElement described) =>
        new(Text(described, "name")!) { Description = Text(described, "description"), DeprecationReason = Deprecation(described) };

    private DirectiveDefinition Directive(JsonElement described) =>
        new(Text(described, "name")!)
        {
            Description = Text(described, "description"),
            Arguments = new(Items(described, "args").Select(Input)),
            IsRepeatable = described.GetProperty("isRepeatable").GetBoolean(),
            Locations = [.. Items(described, "locations").Select(location => DirectiveLocationName.Parse(location.GetString()!))],
        };

    private GraphQLType Reference(JsonElement described) =>
        Text(described, "kind") switch
        {
            "LIST" => new ListType(Reference(described.GetProperty("ofType"))),
            "NON_NULL" => new NonNullType(Reference(described.GetProperty("ofType"))),
            _ => types[Text(described, "name")!],
        };

    private ObjectType? Root(JsonElement schema, string field) =>
        schema.GetProperty(field) is { ValueKind: JsonValueKind.Object } root ? (ObjectType)types[Text(root, "name")!] : null;

    private static string? Deprecation(JsonElement described)
    {
        var reason = Text(described, "deprecationReason");
        Assert.Equal(described.GetProperty("isDeprecated").GetBoolean(), reason is not null);
        return reason;
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement described, string list) => described.GetProperty(list).EnumerateArray();

    private static string? Text(JsonElement described, string property) => described.GetProperty(property).GetString();
}
