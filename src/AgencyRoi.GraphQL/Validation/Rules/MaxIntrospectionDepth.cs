using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Validation.Rules;

/// <summary>
/// Not in the specification, but advised by graphql-js: lists of the introspection schema nested three deep
/// (<c>fields { type { fields { type { fields ..</c>) multiply the answer at each level and no tool asks for them.
/// </summary>
internal sealed class MaxIntrospectionDepth : ValidationRule
{
    private const int TooDeep = 3;

    private FieldNode? refused;

    public override void EnterField(FieldNode field, ValidationContext context)
    {
        if (refused is not null || field.Name.Value is not ("__schema" or "__type"))
            return;
        if (Exceeds(field, 0, context, new(StringComparer.Ordinal)))
        {
            refused = field;
            context.Report("Maximum introspection depth exceeded", field);
        }
    }

    public override void LeaveField(FieldNode field, ValidationContext context)
    {
        if (refused == field)
            refused = null;
    }

    /// <param name="selection">Where to look.</param>
    /// <param name="lists">Lists entered above it.</param>
    /// <param name="context">For the fragments.</param>
    /// <param name="visited">For each fragment the greatest number of lists it was entered with; with fewer it cannot exceed either.</param>
    private static bool Exceeds(SelectionNode selection, int lists, ValidationContext context, Dictionary<string, int> visited)
    {
        switch (selection)
        {
            case FieldNode field:
                if (field.Name.Value is "fields" or "interfaces" or "possibleTypes" or "inputFields")
                    lists++;
                return lists >= TooDeep || Exceeds(field.SelectionSet, lists, context, visited);
            case InlineFragmentNode inline:
                return Exceeds(inline.SelectionSet, lists, context, visited);
            case FragmentSpreadNode { Name.Value: var name }:
                if (visited.TryGetValue(name, out var before) && before >= lists)
                    return false;
                visited[name] = lists;
                return Exceeds(context.Fragments.Find(name)?.SelectionSet, lists, context, visited);
            default:
                return false;
        }
    }

    private static bool Exceeds(SelectionSetNode? selectionSet, int lists, ValidationContext context, Dictionary<string, int> visited)
    {
        if (selectionSet is null)
            return false;
        foreach (var selection in selectionSet.Selections)
        {
            if (Exceeds(selection, lists, context, visited))
                return true;
        }
        return false;
    }
}
