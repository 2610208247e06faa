using System.Globalization;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Execution.Cost;

/// <summary>
/// The weights of the directive <c>@cost</c>, and what stands in for it: an object is 1, everything else nothing.
/// https://ibm.github.io/graphql-specs/cost-spec.html#sec-The-Cost-Directive
/// </summary>
internal static class Weights
{
    /// <summary>Of each value of the type.</summary>
    public static double Of(NamedType type) => Given(type.Directives) ?? (type.IsCompositeType ? 1 : 0);

    /// <summary>Of each object with what is selected of it; introspection is free.</summary>
    public static double Of(ObjectType type, IEnumerable<FieldDefinition> selected)
    {
        if (type.Name.StartsWith("__", StringComparison.Ordinal))
            return 0;
        var weight = Of(type);
        foreach (var field in selected)
            weight += field.Type.Unwrapped.IsLeafType ? Of(field.Type.Unwrapped) : 0;
        return weight;
    }

    /// <summary>Of the field itself with the arguments that the document gives to it; charged once per level, as a level is loaded at once.</summary>
    public static double Of(FieldDefinition field, FieldNode node)
    {
        var weight = Given(field.Directives) ?? 0;
        foreach (var argument in node.Arguments)
        {
            if (argument.Value is not NullValueNode && field.Arguments.TryGet(argument.Name.Value, out var definition))
                weight += Given(definition.Directives) ?? 0;
        }
        return weight;
    }

    private static double? Given(IReadOnlyList<AppliedDirective> directives)
    {
        foreach (var directive in directives)
        {
            if (directive.Name == "cost" && directive.Arguments is [{ Value: StringValueNode weight }])
                return double.Parse(weight.Value, NumberStyles.Float, CultureInfo.InvariantCulture);
        }
        return null;
    }
}
