using System.Collections.Frozen;
using System.Text.Json;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.GraphQL.TypeSystem.Scalars;
using AgencyRoi.GraphQL.Validation.Limits;

namespace AgencyRoi.GraphQL.Execution.Input;

/// <summary>Turns the variables of a request into .NET values. https://spec.graphql.org/September2025/#CoerceVariableValues()</summary>
internal sealed class VariableCoercion
{
    private const int MaxErrors = 50;

    private readonly DocumentNode document;
    private readonly DocumentLimits limits;
    private readonly List<GraphQLError> errors = [];
    private PlannedVariable current = null!; // Set before any value is read.
    private bool isOverLimit;

    // More than there are errors: of these there are only so many, and a limit takes the place of all others.
    private int faults;

    private VariableCoercion(DocumentNode document, DocumentLimits limits) => (this.document, this.limits) = (document, limits);

    /// <summary>The values by name; a variable that was absent and has no default is not among them.</summary>
    public static IReadOnlyDictionary<string, object?> Coerce(
        DocumentNode document,
        PlannedVariables definitions,
        JsonElement? variables,
        DocumentLimits limits,
        out IReadOnlyList<GraphQLError> errors
    )
    {
        errors = [];
        if (variables is { ValueKind: not (JsonValueKind.Object or JsonValueKind.Null or JsonValueKind.Undefined) })
        {
            errors = [new GraphQLError("Variables must be a JSON object.") { Code = ErrorCodes.BadInput }];
            return FrozenDictionary<string, object?>.Empty;
        }
        if (definitions.All.Count == 0)
            return FrozenDictionary<string, object?>.Empty;

        var coercion = new VariableCoercion(document, limits);
        var values = coercion.CoerceAll(definitions, variables is { ValueKind: JsonValueKind.Object } given ? given : null);
        errors = coercion.errors;
        return values;
    }

    private Dictionary<string, object?> CoerceAll(PlannedVariables definitions, JsonElement? given)
    {
        var values = new Dictionary<string, object?>(definitions.All.Count, StringComparer.Ordinal);
        foreach (var variable in definitions.All)
        {
            if (isOverLimit)
                break;
            current = variable;
            if (given is not { } variables || !variables.TryGetProperty(variable.Name, out var json))
            {
                if (variable.Definition.DefaultValue is { } defaultValue)
                    values[variable.Name] = LiteralCoercion.Default(defaultValue, variable.Type);
                else if (variable.Type.IsNonNull)
                    Report($"Variable \"${variable.Name}\" of required type \"{variable.Type}\" was not provided.");
            }
            else if (json.ValueKind == JsonValueKind.Null && variable.Type.IsNonNull)
                Report($"Variable \"${variable.Name}\" of non-null type \"{variable.Type}\" must not be null.");
            else
                values[variable.Name] = Coerce(json, variable.Type, null);
        }
        return values;
    }

    /// <summary>A value that is wrong becomes null and an error.</summary>
    private object? Coerce(JsonElement json, GraphQLType type, InputPath? path)
    {
        if (type is NonNullType nonNull)
        {
            if (json.ValueKind != JsonValueKind.Null)
                return Coerce(json, nonNull.OfType, path);
            return Refuse(path, $"Expected non-nullable type \"{type}\" not to be null.");
        }
        if (json.ValueKind == JsonValueKind.Null)
            return null;
        return type switch
        {
            ListType list => CoerceList(json, list, path),
            InputObjectType input => CoerceObject(json, input, path),
            EnumType enumType => CoerceEnum(json, enumType, path),
            ScalarType scalar => CoerceScalar(json, scalar, path),
            _ => throw new InvalidOperationException($"\"{type}\" is not an input type."),
        };
    }

    /// <summary>https://spec.graphql.org/September2025/#sec-List.Input-Coercion: a single value is a list of one.</summary>
    private List<object?> CoerceList(JsonElement json, ListType type, InputPath? path)
    {
        if (json.ValueKind != JsonValueKind.Array)
            return [Coerce(json, type.OfType, path)];
        if (IsOver(InputLimits.FindInList(json, limits)))
            return [];
        var items = new List<object?>(json.GetArrayLength());
        foreach (var item in json.EnumerateArray())
        {
            if (errors.Count >= MaxErrors || isOverLimit)
                break;
            items.Add(Coerce(item, type.OfType, new InputPath(path, items.Count)));
        }
        return items;
    }

    /// <summary>https://spec.graphql.org/September2025/#sec-Input-Objects.Input-Coercion</summary>
    private object? CoerceObject(JsonElement json, InputObjectType type, InputPath? path)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return Refuse(path, $"Expected type \"{type}\" to be an object.");

        var faultsBefore = faults;
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var field in type.Fields)
        {
            if (json.TryGetProperty(field.Name, out var value))
                values[field.Name] = Coerce(value, field.Type, new InputPath(path, field.Name));
            else if (field.DefaultValue is not null)
                values[field.Name] = LiteralCoercion.Default(field.DefaultValue, field.Type);
            else if (field.Type.IsNonNull)
                Refuse(path, $"Field \"{field.Name}\" of required type \"{field.Type}\" was not provided.");
        }
        foreach (var property in json.EnumerateObject())
        {
            if (type.Fields[property.Name] is null)
                Refuse(path, $"Field \"{MessageText.Name(property.Name)}\" is not defined by type \"{type}\".");
        }
        if (type.IsOneOf)
            CheckOneOf(json, type, values, path);
        return faults > faultsBefore ? null : Create(type, values, path);
    }

    private void CheckOneOf(JsonElement json, InputObjectType type, Dictionary<string, object?> values, InputPath? path)
    {
        if (values.Count != 1)
            Refuse(path, $"Exactly one key must be specified for OneOf type \"{type}\".");
        else if (json.TryGetProperty(values.Keys.First(), out var only) && only.ValueKind == JsonValueKind.Null)
            Refuse(new InputPath(path, values.Keys.First()), $"Field \"{values.Keys.First()}\" must be non-null.");
    }

    // The .NET type may refuse what the schema allows: a range whose end lies before its start.
    private object? Create(InputObjectType type, Dictionary<string, object?> values, InputPath? path)
    {
        try
        {
            return type.CreateInstance is null ? values : type.CreateInstance(values);
        }
        catch (GraphQLException refusal)
        {
            return Refuse(path, refusal.Message);
        }
    }

    private object? CoerceEnum(JsonElement json, EnumType type, InputPath? path)
    {
        if (json.ValueKind != JsonValueKind.String)
            return Refuse(
                path,
                $"Enum \"{type}\" cannot represent non-string value: {ScalarProblem.KindOf(json)}. {EnumProblem.Values(type)}"
            );
        if (type.Values.TryGet(json.GetString()!, out var value))
            return value.RuntimeValue;
        return Refuse(path, EnumProblem.Unknown(type));
    }

    private object? CoerceScalar(JsonElement json, ScalarType type, InputPath? path)
    {
        if (IsOver(InputLimits.FindInScalar(json, limits)))
            return null;
        return type.TryParseValue(json, out var value, out var problem) ? value : Refuse(path, problem);
    }

    /// <summary>A value over a limit is the request's only error, and nothing more is looked at.</summary>
    private bool IsOver(InputLimits.OverLimit? found)
    {
        if (!isOverLimit && found is { } limit)
        {
            isOverLimit = true;
            errors.Clear();
            errors.Add(GraphQLError.OverLimit(limit.Limit, limit.Message, GraphQLError.At(document, "", current.Definition).Locations));
        }
        if (isOverLimit)
            faults++;
        return isOverLimit;
    }

    // graphql-js repeats the value here. It is the caller's data and often a third person's, and messages end in logs: the type and the path say enough.
    private object? Refuse(InputPath? path, string problem)
    {
        faults++;
        var at = path is null ? "" : $" at \"{path.After(current.Name)}\"";
        Report($"Variable \"${current.Name}\" of type \"{current.Type}\" got an invalid value{at}; {problem}");
        return null;
    }

    private void Report(string message)
    {
        if (errors.Count < MaxErrors && !isOverLimit)
            errors.Add(GraphQLError.At(document, message, current.Definition).With(ErrorCodes.BadInput));
    }
}
