using System.Text.Json;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Execution.Input;

/// <summary>
/// Measures values by the types of the places that they are given to: in the text of a document, and in variables before they are coerced, so that
/// what is too large is refused for the price of counting it.
/// </summary>
internal sealed class InputMeasure(Schema schema)
{
    private readonly HashSet<NamedType> types = InputHolders.Of(
        schema,
        type =>
            type == StandardScalars.Any
            || (
                type is InputObjectType input
                && (input.Role != InputRole.Plain || input.Fields.Any(field => field.Type.Nullable is ListType))
            )
    );

    /// <summary>Whether a value of the type can hold terms or a list.</summary>
    public bool IsIn(GraphQLType type) => type.Nullable is ListType || types.Contains(type.Unwrapped);

    /// <summary>The size of a literal; where its variables stand is put into <paramref name="uses"/>.</summary>
    public InputSize Of(ValueNode value, GraphQLType type, ICollection<VariableUse> uses) => Of(value, type, new Place(null, 0), uses);

    private InputSize Of(ValueNode value, GraphQLType type, Place place, ICollection<VariableUse> uses)
    {
        switch (type.Nullable, value)
        {
            case (_, NullValueNode):
                return default;
            case (_, VariableNode variable):
                if (IsIn(type))
                    uses.Add(new VariableUse(variable.Name.Value, place.Into(type.Unwrapped)));
                return default;
            case (ListType list, ListValueNode items):
                return items.Values.Aggregate(
                    InputSize.ListOf(items.Values.Count),
                    (size, item) => size + Of(item, list.OfType, place, uses)
                );
            case (ListType list, _):
                return InputSize.ListOf(1) + Of(value, list.OfType, place, uses);
            case (ScalarType, ListValueNode items):
                return items.Values.Aggregate(InputSize.ListOf(items.Values.Count), (size, item) => size + Of(item, type, place, uses));
            case (ScalarType, ObjectValueNode fields):
                return fields.Fields.Aggregate(default(InputSize), (size, field) => size + Of(field.Value, type, place, uses));
            case (InputObjectType input, ObjectValueNode fields):
                var inside = new Place(input, place.Into(input));
                var total = new InputSize(0, 0, inside.Nesting);
                foreach (var field in fields.Fields)
                {
                    var definition = input.Fields[field.Name.Value]!; // Validation let it pass.
                    total += (IsTerm(input, definition) ? InputSize.Term : default) + Of(field.Value, definition.Type, inside, uses);
                }
                return total;
            default:
                return default;
        }
    }

    /// <summary>The size of a variable's value, which need not be of its type. A list past the length of a list counts as nothing: it is refused for that.</summary>
    public static InputSize Of(JsonElement value, GraphQLType type, int mostItems) => Of(value, type, new Place(null, 0), mostItems);

    private static InputSize Of(JsonElement value, GraphQLType type, Place place, int mostItems)
    {
        switch (type.Nullable, value.ValueKind)
        {
            case (_, JsonValueKind.Null):
                return default;
            case (ListType or ScalarType, JsonValueKind.Array):
                var count = value.GetArrayLength();
                if (count > mostItems)
                    return default;
                var items = InputSize.ListOf(count);
                foreach (var item in value.EnumerateArray())
                    items += Of(item, type.Nullable is ListType ofItems ? ofItems.OfType : type, place, mostItems);
                return items;
            case (ListType list, _):
                return InputSize.ListOf(1) + Of(value, list.OfType, place, mostItems);
            case (ScalarType, JsonValueKind.Object):
                return value
                    .EnumerateObject()
                    .Aggregate(default(InputSize), (size, entry) => size + Of(entry.Value, type, place, mostItems));
            case (InputObjectType input, JsonValueKind.Object):
                var inside = new Place(input, place.Into(input));
                var total = new InputSize(0, 0, inside.Nesting);
                foreach (var property in value.EnumerateObject())
                {
                    if (input.Fields[property.Name] is { } field)
                        total += (IsTerm(input, field) ? InputSize.Term : default) + Of(property.Value, field.Type, inside, mostItems);
                }
                return total;
            default:
                return default;
        }
    }

    /// <summary>Whether a field of an input object is a comparison or a key, and no group of others.</summary>
    public static bool IsTerm(InputObjectType holder, InputValueDefinition field) =>
        holder.Role != InputRole.Plain && field.Type.Unwrapped is not InputObjectType { Role: not InputRole.Plain };

    /// <summary>Where a value stands.</summary>
    /// <param name="Holder">The input object that it is given to; null for an argument or a variable.</param>
    /// <param name="Nesting">The groups of terms around it.</param>
    private readonly record struct Place(InputObjectType? Holder, int Nesting)
    {
        /// <summary>The groups around what a value of the type holds: one more for a group in another, and for operators combined with each other.</summary>
        public int Into(NamedType type) =>
            Holder is { Role: not InputRole.Plain } && (type is InputObjectType { Role: InputRole.Group } || type == Holder)
                ? Nesting + 1
                : Nesting;
    }
}

/// <summary>A place of a variable.</summary>
/// <param name="Name">Without the dollar sign.</param>
/// <param name="Nesting">The groups of terms around what it brings.</param>
internal readonly record struct VariableUse(string Name, int Nesting);
