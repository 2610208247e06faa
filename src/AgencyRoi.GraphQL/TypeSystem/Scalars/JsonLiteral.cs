using System.Buffers;
using System.Text.Json;
using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.TypeSystem.Scalars;

/// <summary>GraphQL literals as JSON and back: the two notations of one value.</summary>
internal static class JsonLiteral
{
    /// <summary>Null when a variable stands inside the literal: its value is not known here.</summary>
    public static JsonElement? ToJson(ValueNode literal)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            if (!TryWrite(literal, writer))
                return null;
        }
        return JsonElement.Parse(buffer.WrittenSpan);
    }

    /// <summary>An object's keys must be GraphQL names, or the literal could not be printed.</summary>
    public static ValueNode FromJson(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.String => new StringValueNode(json.GetString()!), // A JSON string is never null.
            JsonValueKind.True => new BooleanValueNode(true),
            JsonValueKind.False => new BooleanValueNode(false),
            JsonValueKind.Number => FromNumber(json.GetRawText()),
            JsonValueKind.Array => new ListValueNode([.. json.EnumerateArray().Select(FromJson)]),
            JsonValueKind.Object => new ObjectValueNode([.. json.EnumerateObject().Select(FromProperty)]),
            _ => new NullValueNode(),
        };

    private static ValueNode FromNumber(string digits) =>
        digits.AsSpan().ContainsAny('.', 'e', 'E') ? new FloatValueNode(digits) : new IntValueNode(digits);

    private static ObjectFieldNode FromProperty(JsonProperty property) =>
        GraphQLName.IsValid(property.Name)
            ? new ObjectFieldNode(new NameNode(property.Name), FromJson(property.Value))
            : throw new ArgumentException("A key of the JSON object is no GraphQL name, so it has no literal.", nameof(property));

    private static bool TryWrite(ValueNode literal, Utf8JsonWriter writer)
    {
        switch (literal)
        {
            case StringValueNode node:
                writer.WriteStringValue(node.Value);
                return true;
            case EnumValueNode node:
                writer.WriteStringValue(node.Value);
                return true;
            case BooleanValueNode node:
                writer.WriteBooleanValue(node.Value);
                return true;
            case IntValueNode node:
                writer.WriteRawValue(node.Value);
                return true;
            case FloatValueNode node:
                writer.WriteRawValue(node.Value);
                return true;
            case NullValueNode:
                writer.WriteNullValue();
                return true;
            case ListValueNode node:
                return TryWriteList(node, writer);
            case ObjectValueNode node:
                return TryWriteObject(node, writer);
            default:
                return false;
        }
    }

    private static bool TryWriteList(ListValueNode list, Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (var item in list.Values)
        {
            if (!TryWrite(item, writer))
                return false;
        }
        writer.WriteEndArray();
        return true;
    }

    private static bool TryWriteObject(ObjectValueNode value, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (var field in value.Fields)
        {
            writer.WritePropertyName(field.Name.Value);
            if (!TryWrite(field.Value, writer))
                return false;
        }
        writer.WriteEndObject();
        return true;
    }
}
