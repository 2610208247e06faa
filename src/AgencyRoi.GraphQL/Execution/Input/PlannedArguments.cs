using System.Collections.Frozen;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Execution.Input;

/// <summary>
/// The arguments of a field as its document gives them. Scalars and enums without variables are coerced once for all executions;
/// lists and input objects each time, since a resolver might change what it was given.
/// https://spec.graphql.org/September2025/#CoerceArgumentValues()
/// </summary>
internal sealed class PlannedArguments
{
    private readonly Argument[] arguments = [];
    private readonly IReadOnlyDictionary<string, object?>? constant = FrozenDictionary<string, object?>.Empty;

    public PlannedArguments(DocumentNode document, MemberList<InputValueDefinition> definitions, IReadOnlyList<ArgumentNode> nodes)
    {
        if (definitions.Count == 0)
            return;
        arguments = [.. definitions.Select(definition => new Argument(document, definition, nodes))];
        constant = Array.TrueForAll(arguments, argument => argument.IsConstant) ? CoerceAll(FrozenDictionary<string, object?>.Empty) : null;
    }

    /// <summary>The values by name; an argument that was absent and has no default is not among them.</summary>
    /// <exception cref="GraphQLException">A value that its argument does not allow.</exception>
    public IReadOnlyDictionary<string, object?> Coerce(IReadOnlyDictionary<string, object?> variables) => constant ?? CoerceAll(variables);

    private Dictionary<string, object?> CoerceAll(IReadOnlyDictionary<string, object?> variables)
    {
        var values = new Dictionary<string, object?>(arguments.Length, StringComparer.Ordinal);
        foreach (var argument in arguments)
            argument.CoerceInto(values, variables);
        return values;
    }

    private sealed class Argument
    {
        private readonly DocumentNode document;
        private readonly InputValueDefinition definition;
        private readonly ValueNode? given;
        private readonly object? constant;

        public Argument(DocumentNode document, InputValueDefinition definition, IReadOnlyList<ArgumentNode> nodes)
        {
            this.document = document;
            this.definition = definition;
            given = nodes.FirstOrDefault(node => node.Name.Value == definition.Name)?.Value;
            var literal = given ?? definition.DefaultValue;
            IsConstant =
                literal is null or NullValueNode || (literal is not VariableNode && definition.Type.Nullable is ScalarType or EnumType);
            if (IsConstant && literal is not null)
                constant = LiteralCoercion.Default(literal, definition.Type);
        }

        public bool IsConstant { get; }

        public void CoerceInto(Dictionary<string, object?> values, IReadOnlyDictionary<string, object?> variables)
        {
            if (IsConstant)
            {
                if ((given ?? definition.DefaultValue) is not null)
                    values[definition.Name] = constant;
                return;
            }
            if (given is not null && !LiteralCoercion.IsAbsent(given, variables))
                values[definition.Name] = CoerceGiven(given, variables);
            else if (definition.DefaultValue is not null)
                values[definition.Name] = LiteralCoercion.Default(definition.DefaultValue, definition.Type);
            else if (definition.Type.IsNonNull)
                throw Refusal(
                    $"of required type \"{definition.Type}\" was provided the variable \"${VariableName}\" which was not provided a runtime value."
                );
        }

        private string VariableName => (given as VariableNode)?.Name.Value ?? "";

        private object? CoerceGiven(ValueNode literal, IReadOnlyDictionary<string, object?> variables)
        {
            if (literal is VariableNode && definition.Type.IsNonNull && variables[VariableName] is null)
                throw Refusal($"of non-null type \"{definition.Type}\" must not be null.");
            try
            {
                return LiteralCoercion.Coerce(literal, definition.Type, variables);
            }
            catch (GraphQLException refusal)
            {
                throw AtValue(refusal);
            }
        }

        private GraphQLException Refusal(string problem) =>
            AtValue(new GraphQLException($"Argument \"{definition.Name}\" {problem}", ErrorCodes.BadInput));

        /// <summary>The value is what the caller has to change, not the field around it.</summary>
        private GraphQLException AtValue(GraphQLException refusal)
        {
            if (given is null)
                return refusal;
            var places = GraphQLError.At(document, "", given).Locations;
            return new GraphQLException([.. refusal.Errors.Select(error => error.LocatedAt(places))]);
        }
    }
}
