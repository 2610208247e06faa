using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Execution.Planning;

/// <summary>https://spec.graphql.org/September2025/#CollectFields()</summary>
internal sealed class FieldCollector(Schema schema, DocumentNode document)
{
    private readonly Dictionary<string, FragmentDefinitionNode> fragments = document
        .Definitions.OfType<FragmentDefinitionNode>()
        .ToDictionary(fragment => fragment.Name.Value);

    public CollectedFields Collect(ObjectType type, SelectionSetNode selectionSet, Dictionary<string, bool> conditions)
    {
        var fields = new CollectedFields();
        Collect(type, selectionSet, conditions, fields, []);
        return fields;
    }

    public CollectedFields Collect(ObjectType type, ReadOnlySpan<FieldNode> parents, Dictionary<string, bool> conditions)
    {
        var fields = new CollectedFields();
        var visitedFragments = new HashSet<string>();
        foreach (var parent in parents)
        {
            if (parent.SelectionSet is not null)
                Collect(type, parent.SelectionSet, conditions, fields, visitedFragments);
        }
        return fields;
    }

    private void Collect(
        ObjectType type,
        SelectionSetNode selectionSet,
        Dictionary<string, bool> conditions,
        CollectedFields fields,
        HashSet<string> visitedFragments
    )
    {
        foreach (var selection in selectionSet.Selections)
        {
            if (!IsIncluded(selection, conditions))
                continue;
            switch (selection)
            {
                case FieldNode field:
                    fields.Add(field);
                    break;
                case FragmentSpreadNode spread:
                    if (!visitedFragments.Add(spread.Name.Value))
                        break;
                    var fragment = fragments[spread.Name.Value];
                    if (Applies(fragment.TypeCondition, type))
                        Collect(type, fragment.SelectionSet, conditions, fields, visitedFragments);
                    break;
                case InlineFragmentNode inline:
                    if (inline.TypeCondition is null || Applies(inline.TypeCondition, type))
                        Collect(type, inline.SelectionSet, conditions, fields, visitedFragments);
                    break;
            }
        }
    }

    private static bool IsIncluded(SelectionNode selection, Dictionary<string, bool> conditions)
    {
        foreach (var directive in selection.Directives)
        {
            var condition = ConditionVariables.If(directive) switch
            {
                BooleanValueNode literal => literal.Value,
                VariableNode variable => conditions[variable.Name.Value],
                _ => (bool?)null,
            };
            if (condition is { } value && value == (directive.Name.Value == "skip"))
                return false;
        }
        return true;
    }

    /// <summary>https://spec.graphql.org/September2025/#DoesFragmentTypeApply()</summary>
    private bool Applies(NamedTypeNode condition, ObjectType type) =>
        condition.Name.Value == type.Name
        || (schema.FindType(condition.Name.Value) is { } abstractType and not ObjectType && schema.IsPossibleType(abstractType, type));
}

/// <summary>Field nodes by response name, in the order of their first appearance.</summary>
internal sealed class CollectedFields
{
    private readonly OrderedDictionary<string, List<FieldNode>> groups = [];

    public int Count => groups.Count;

    public IEnumerable<List<FieldNode>> Groups => groups.Values;

    public void Add(FieldNode field)
    {
        if (groups.TryGetValue(field.ResponseName, out var nodes))
            nodes.Add(field);
        else
            groups.Add(field.ResponseName, [field]);
    }
}
