using System.Text.Json;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Tests.Conformance;

/// <summary>
/// Resolvers that read a JSON value as those of the generator do: a field is the entry of its name, <c>{ "$error": ".." }</c> is
/// thrown, a field of type Echo answers with its arguments, an object says its type by <c>__typename</c>.
/// </summary>
internal static class JsonRoot
{
    public static Schema Executable(Schema schema)
    {
        foreach (var type in schema.Types.OfType<ObjectType>().Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal)))
        {
            type.IsTypeOf = value => Entry(value, "__typename") as string == type.Name;
            foreach (var field in type.Fields)
                field.Resolver = ResolverOf(field);
        }
        return schema;
    }

    public static object? Value(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => json.GetString(),
            JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
            JsonValueKind.Number => json.TryGetInt32(out var number) ? (object)number : json.GetDouble(),
            JsonValueKind.Array => json.EnumerateArray().Select(Value).ToArray(),
            _ => json.EnumerateObject().ToDictionary(entry => entry.Name, entry => Value(entry.Value)),
        };

    private static FieldResolver ResolverOf(FieldDefinition field) =>
        field switch
        {
            { Type.Unwrapped.Name: "Echo" } => new FieldResolver.PerParent(context => new ValueTask<object?>(context.Arguments)),
            { Arguments.Count: 0 } => new FieldResolver.Pure(parent => Read(parent, field.Name)),
            // Below the root every field has a parent.
            _ => new FieldResolver.PerParent(context => new ValueTask<object?>(Read(context.Parent!, field.Name))),
        };

    private static object? Read(object parent, string field)
    {
        var value = Entry(parent, field);
        return value is not null && Entry(value, "$error") is string message ? throw new GraphQLException(message) : value;
    }

    private static object? Entry(object value, string name) => (value as IReadOnlyDictionary<string, object?>)?.GetValueOrDefault(name);
}
