using System.Text.Json;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.Tests.Isolation;

/// <summary>Operations written from the running schema, so that no field is forgotten.</summary>
internal static class Documents
{
    private const string Period = """period: { from: "2025-01-01", to: "2026-01-01" }""";
    private const string Errors = "errors { __typename ... on Error { message code path } }";

    // Below the parser's limit, counted roughly: a word is at least a token.
    private const int MostWords = 700;

    public static InputObjectType InputOf(Schema schema, string mutation) =>
        (InputObjectType)schema.MutationType!.Fields[mutation]!.Arguments["input"]!.Type.Unwrapped;

    /// <summary>A mutation with its payload's own fields and its errors.</summary>
    public static string Mutation(Schema schema, string mutation)
    {
        var field = schema.MutationType!.Fields[mutation]!;
        var payload = ((ComplexType)field.Type.Unwrapped).Fields.Single(entry => entry.Name != "errors");
        var selection = Selection((ComplexType)payload.Type.Unwrapped, levels: 1);
        return $"mutation($input: {InputOf(schema, mutation).Name}!) {{ {mutation}(input: $input) {{ {payload.Name} {selection} {Errors} }} }}";
    }

    public static bool Succeeded(JsonElement answer) =>
        !answer.TryGetProperty("errors", out _)
        && answer.GetProperty("data").EnumerateObject().Single().Value.GetProperty("errors").ValueKind == JsonValueKind.Null;

    /// <summary>The types that <c>node</c> finds.</summary>
    public static IEnumerable<ObjectType> Nodes(Schema schema) => schema.GetPossibleTypes(schema.FindType("Node")!);

    public static string Node(ObjectType type, string selection) =>
        $"query($id: ID!) {{ node(id: $id) {{ __typename ... on {type.Name} {selection} }} }}";

    /// <summary>The fields of a type that are lists to be filtered and ordered.</summary>
    public static IEnumerable<FieldDefinition> Lists(ComplexType type) =>
        type.Fields.Where(field => field.Arguments["where"] is not null && field.Arguments["order"] is not null);

    public static InputObjectType FilterOf(FieldDefinition list) => (InputObjectType)list.Arguments["where"]!.Type.Unwrapped;

    public static InputObjectType OrderOf(FieldDefinition list) => (InputObjectType)list.Arguments["order"]!.Type.Unwrapped;

    /// <summary>A field with its required arguments and as many levels below it as one operation may have.</summary>
    public static string Whole(FieldDefinition field)
    {
        for (var levels = 5; ; levels--)
            if (Field(field, levels) is { } text && (text.Count(char.IsWhiteSpace) < MostWords || levels == 1))
                return text;
    }

    /// <summary>Everything of a type that needs no further level, then its objects down to that many levels.</summary>
    public static string Selection(ComplexType type, int levels)
    {
        var fields = type.Fields.Where(field => field.Name != "edges").Select(field => Field(field, levels)).OfType<string>();
        return $"{{ __typename {string.Join(' ', fields)} }}";
    }

    /// <summary>A field's name and what it must be given, and more.</summary>
    public static string Head(FieldDefinition field, params string[] more)
    {
        var arguments = field.Arguments.Where(argument => argument.IsRequired).Select(Required).Concat(more).ToList();
        return arguments.Count == 0 ? field.Name : $"{field.Name}({string.Join(", ", arguments)})";
    }

    /// <summary>A field with that many levels below it; null when it needs one more. What refers to an object tells its id at every depth.</summary>
    public static string? Field(FieldDefinition field, int levels)
    {
        var head = Head(field);
        return field.Type.Unwrapped switch
        {
            ObjectType below when levels == 0 && IsReference(field, below) => $"{head} {{ id }}",
            ComplexType when levels == 0 => null,
            ObjectType below => $"{head} {Selection(below, levels - 1)}",
            InterfaceType or UnionType => $"{head} {{ __typename }}",
            _ => head,
        };
    }

    /// <summary>Whether a field leads to one object that can be asked for by its id.</summary>
    public static bool IsReference(FieldDefinition field, NamedType type) =>
        field.Type.Nullable == type
        && field.Arguments.Count == 0
        && type is ObjectType referred
        && referred.Interfaces.Any(shared => shared.Name == "Node");

    /// <summary>A value for an argument that must be given.</summary>
    public static string Required(InputValueDefinition argument) =>
        (argument.Name, argument.Type.Unwrapped) switch
        {
            ("period", _) => Period,
            ("month", _) => """month: "2025-03-01" """.TrimEnd(),
            ("on", _) => """on: "2025-03-10" """.TrimEnd(),
            (var name, NamedType { Name: "Decimal" }) => $"{name}: 1",
            (var name, NamedType { Name: "String" }) => $"{name}: \"nobody@example.com\"",
            (var name, EnumType choices) => $"{name}: {choices.Values[0].Name}",
            var (name, type) => throw new NotSupportedException($"Nothing is known for the argument {name} of type {type}."),
        };
}
