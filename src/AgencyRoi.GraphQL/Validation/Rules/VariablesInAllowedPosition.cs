using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Validation.Rules;

/// <summary>https://spec.graphql.org/September2025/#sec-All-Variable-Usages-Are-Allowed</summary>
internal sealed class VariablesInAllowedPosition : ValidationRule
{
    public override void LeaveOperation(OperationDefinitionNode operation, ValidationContext context)
    {
        if (operation.VariableDefinitions.Count == 0)
            return;
        var definitions = new Dictionary<string, VariableDefinitionNode>(StringComparer.Ordinal);
        foreach (var definition in operation.VariableDefinitions)
            definitions[definition.Variable.Name.Value] = definition;
        foreach (var usage in context.Variables.Of(operation, context.Fragments))
        {
            if (
                usage.LocationType is { } locationType
                && definitions.TryGetValue(usage.Variable.Name.Value, out var definition)
                && context.Schema.Resolve(definition.Type) is { } variableType
            )
                Check(usage, locationType, definition, variableType, context);
        }
    }

    private static void Check(
        VariableUsage usage,
        GraphQLType locationType,
        VariableDefinitionNode definition,
        GraphQLType variableType,
        ValidationContext context
    )
    {
        var name = usage.Variable.Name.Value;
        if (!IsUsageAllowed(variableType, definition.DefaultValue, locationType, usage.LocationDefault))
            context.Report(
                $"Variable \"${name}\" of type \"{variableType}\" used in position expecting type \"{locationType}\".",
                definition,
                usage.Variable
            );
        // https://spec.graphql.org/September2025/#sec-All-Variable-Usages-Are-Allowed, for the fields of a one-of object: nullable as
        // they are declared, none of them may be given null.
        if (usage.ParentInputType is InputObjectType { IsOneOf: true } oneOf && variableType is not NonNullType)
            context.Report(
                $"Variable \"${name}\" is of type \"{variableType}\" but must be non-nullable to be used for OneOf Input Object \"{oneOf}\".",
                definition,
                usage.Variable
            );
    }

    /// <summary>https://spec.graphql.org/September2025/#IsVariableUsageAllowed()</summary>
    private static bool IsUsageAllowed(
        GraphQLType variableType,
        ValueNode? variableDefault,
        GraphQLType locationType,
        ValueNode? locationDefault
    )
    {
        if (locationType is not NonNullType nonNull || variableType is NonNullType)
            return TypeReferences.AreTypesCompatible(variableType, locationType);
        var hasDefault = variableDefault is not (null or NullValueNode) || locationDefault is not null;
        return hasDefault && TypeReferences.AreTypesCompatible(variableType, nonNull.OfType);
    }
}
