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

    /// <summary>Of the field itself, without arguments.</summary>
    public static double Of(FieldDefinition field) => Given(field.Directives) ?? 0;

    /// <summary>Of an argument or an input field that is given, without what it holds.</summary>
    public static double Of(InputValueDefinition input) => Given(input.Directives) ?? 0;

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
