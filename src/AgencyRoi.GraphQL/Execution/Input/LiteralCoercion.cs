using System.Collections.Frozen;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Execution.Input;

/// <summary>Turns literals into .NET values, with the values of variables inside them. https://spec.graphql.org/September2025/#sec-Values-of-Correct-Type</summary>
internal static class LiteralCoercion
{
    /// <summary>A default value of the schema or of a variable definition, which cannot contain variables.</summary>
    public static object? Default(ValueNode literal, GraphQLType type) => Coerce(literal, type, FrozenDictionary<string, object?>.Empty);

    /// <summary>Whether a literal inside a list or an input object counts as absent: a variable without a value.</summary>
    public static bool IsAbsent(ValueNode literal, IReadOnlyDictionary<string, object?> variables) =>
        literal is VariableNode variable && !variables.ContainsKey(variable.Name.Value);

    /// <exception cref="GraphQLException">A value of a variable that the place does not allow, or a literal that its type refuses.</exception>
    public static object? Coerce(ValueNode literal, GraphQLType type, IReadOnlyDictionary<string, object?> variables)
    {
        if (literal is VariableNode variable)
        {
            var value = variables.GetValueOrDefault(variable.Name.Value);
            return value is null && type.IsNonNull
                ? throw Refusal($"Expected value of non-null type \"{type}\" not to be null: variable \"${variable.Name.Value}\".")
                : value;
        }
        if (literal is NullValueNode)
            return type.IsNonNull ? throw Refusal($"Expected value of non-null type \"{type}\" not to be null.") : null;

        return type.Nullable switch
        {
            ListType list => CoerceList(literal, list, variables),
            InputObjectType input => CoerceObject(literal, input, variables),
            EnumType enumType => CoerceEnum(literal, enumType),
            ScalarType scalar => scalar.TryParseLiteral(literal, out var value, out var problem) ? value : throw Refusal(problem),
            _ => throw new InvalidOperationException($"\"{type}\" is not an input type."),
        };
    }

    private static List<object?> CoerceList(ValueNode literal, ListType type, IReadOnlyDictionary<string, object?> variables)
    {
        if (literal is not ListValueNode list)
            return [Coerce(literal, type.OfType, variables)];
        var items = new List<object?>(list.Values.Count);
        foreach (var item in list.Values)
            items.Add(Coerce(item, type.OfType, variables));
        return items;
    }

    private static object CoerceObject(ValueNode literal, InputObjectType type, IReadOnlyDictionary<string, object?> variables)
    {
        if (literal is not ObjectValueNode objectValue)
            throw Refusal($"Expected type \"{type}\" to be an object.");

        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var field in type.Fields)
        {
            var given = objectValue.Fields.FirstOrDefault(node => node.Name.Value == field.Name)?.Value;
            if (given is not null && !IsAbsent(given, variables))
                values[field.Name] = Coerce(given, field.Type, variables);
            else if (field.DefaultValue is not null)
                values[field.Name] = Default(field.DefaultValue, field.Type);
            else if (field.Type.IsNonNull)
                throw Refusal($"Field \"{type}.{field.Name}\" of required type \"{field.Type}\" was not provided.");
        }
        if (type.IsOneOf && (values.Count != 1 || values.Values.First() is null))
            throw Refusal($"Exactly one key must be specified for OneOf type \"{type}\", and it must not be null.");
        return type.CreateInstance is null ? values : type.CreateInstance(values);
    }

    private static object CoerceEnum(ValueNode literal, EnumType type) =>
        literal is EnumValueNode node && type.Values.TryGet(node.Value, out var value)
            ? value.RuntimeValue
            : throw Refusal(EnumProblem.Unknown(type));

    private static GraphQLException Refusal(string message) => new(message, ErrorCodes.BadInput);
}
