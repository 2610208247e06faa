using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Validation.Rules;

/// <summary>
/// https://spec.graphql.org/September2025/#sec-Fragment-Spreads-Must-Not-Form-Cycles. A depth-first search with a stack of its
/// own, since a chain of fragments may be as long as the document; every fragment is searched once.
/// </summary>
internal sealed class NoFragmentCycles : ValidationRule
{
    private readonly HashSet<string> visited = new(StringComparer.Ordinal);
    private readonly List<Step> path = [];
    private readonly Dictionary<string, int> depthOnPath = new(StringComparer.Ordinal);

    public override void EnterFragment(FragmentDefinitionNode fragment, ValidationContext context)
    {
        Search(fragment, context);
        while (path.Count > 0 && !context.IsFull)
        {
            var step = path[^1];
            if (step.Next == step.Spreads.Count)
            {
                depthOnPath.Remove(step.Fragment);
                path.RemoveAt(path.Count - 1);
                continue;
            }
            path[^1] = step with { Next = step.Next + 1 };
            var name = step.Spreads[step.Next].Name.Value;
            if (depthOnPath.TryGetValue(name, out var depth))
                Report(name, depth, context);
            else if (context.Fragments.Find(name) is { } next)
                Search(next, context);
        }
    }

    private void Search(FragmentDefinitionNode fragment, ValidationContext context)
    {
        var name = fragment.Name.Value;
        if (!visited.Add(name))
            return;
        depthOnPath.Add(name, path.Count);
        path.Add(new Step(name, context.Fragments.SpreadsIn(fragment.SelectionSet), 0));
    }

    /// <summary>The circle: the spread that each fragment on the path, from the repeated one on, was left by.</summary>
    private void Report(string name, int depth, ValidationContext context)
    {
        var cycle = path.Skip(depth).Select(step => step.Spreads[step.Next - 1]).ToArray();
        var via = string.Join(", ", cycle.SkipLast(1).Select(spread => $"\"{spread.Name.Value}\""));
        context.Report($"Cannot spread fragment \"{name}\" within itself{(via.Length > 0 ? $" via {via}" : "")}.", cycle);
    }

    private readonly record struct Step(string Fragment, IReadOnlyList<FragmentSpreadNode> Spreads, int Next);
}
