using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Validation;

/// <summary>The fragments of a document and who spreads whom.</summary>
internal sealed class FragmentIndex
{
    private readonly Dictionary<string, FragmentDefinitionNode> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<SelectionSetNode, List<FragmentSpreadNode>> spreadsIn = [];

    public FragmentIndex(DocumentNode document)
    {
        // Of two fragments with one name the last counts: UniqueFragmentNames refuses them anyway.
        foreach (var definition in document.Definitions)
        {
            if (definition is FragmentDefinitionNode fragment)
                byName[fragment.Name.Value] = fragment;
        }
    }

    public FragmentDefinitionNode? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>The spreads written in a selection set and the sets nested in it, not those inside the spread fragments.</summary>
    public IReadOnlyList<FragmentSpreadNode> SpreadsIn(SelectionSetNode selectionSet)
    {
        if (spreadsIn.TryGetValue(selectionSet, out var known))
            return known;
        var spreads = new List<FragmentSpreadNode>();
        var pending = new Stack<SelectionSetNode>([selectionSet]);
        while (pending.TryPop(out var next))
        {
            foreach (var selection in next.Selections)
            {
                if (selection is FragmentSpreadNode spread)
                    spreads.Add(spread);
                else if (selection is FieldNode { SelectionSet: { } nested })
                    pending.Push(nested);
                else if (selection is InlineFragmentNode inline)
                    pending.Push(inline.SelectionSet);
            }
        }
        spreadsIn.Add(selectionSet, spreads);
        return spreads;
    }

    /// <summary>All fragments that the operations reach, directly or through others, each once, nearest first.</summary>
    public IReadOnlyList<FragmentDefinitionNode> ReachableFrom(params IEnumerable<OperationDefinitionNode> operations)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var reached = new List<FragmentDefinitionNode>();
        foreach (var operation in operations)
            Reach(operation.SelectionSet);
        for (var i = 0; i < reached.Count; i++)
            Reach(reached[i].SelectionSet);
        return reached;

        void Reach(SelectionSetNode selectionSet)
        {
            foreach (var spread in SpreadsIn(selectionSet))
            {
                if (names.Add(spread.Name.Value) && Find(spread.Name.Value) is { } fragment)
                    reached.Add(fragment);
            }
        }
    }
}
