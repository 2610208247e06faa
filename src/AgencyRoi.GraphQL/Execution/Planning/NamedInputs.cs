using System.Text.Json;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Execution.Planning;

/// <summary>Walks an input value beside its type and tells of each enum value and input field that it names, with the type that has it.</summary>
/// <param name="named">Gets the type and the member of it.</param>
/// <param name="variable">Gets each variable and the type of its place; null: nobody asks.</param>
internal sealed class NamedInputs(Action<NamedType, INamedMember> named, Action<VariableNode, GraphQLType>? variable = null)
{
    public void In(ValueNode value, GraphQLType type)
    {
        switch (type.Nullable, value)
        {
            case (_, VariableNode place):
                variable?.Invoke(place, type);
                break;
            case (ListType list, ListValueNode items):
                foreach (var item in items.Values)
                    In(item, list.OfType);
                break;
            case (ListType list, _):
                In(value, list.OfType);
                break;
            case (EnumType enumType, EnumValueNode name):
                if (enumType.Values[name.Value] is { } known)
                    named(enumType, known);
                break;
            case (InputObjectType input, ObjectValueNode fields):
                foreach (var field in fields.Fields)
                {
                    if (input.Fields[field.Name.Value] is not { } definition)
                        continue;
                    named(input, definition);
                    In(field.Value, definition.Type);
                }
                break;
        }
    }

    public void In(JsonElement value, GraphQLType type)
    {
        switch (type.Nullable)
        {
            case ListType list when value.ValueKind == JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                    In(item, list.OfType);
                break;
            case ListType list:
                In(value, list.OfType);
                break;
            case EnumType enumType when value.ValueKind == JsonValueKind.String:
                if (enumType.Values[value.GetString()!] is { } known)
                    named(enumType, known);
                break;
            case InputObjectType input when value.ValueKind == JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    if (input.Fields[property.Name] is not { } definition)
                        continue;
                    named(input, definition);
                    In(property.Value, definition.Type);
                }
                break;
        }
    }
}
