using System.Runtime.CompilerServices;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Validation.Limits;

/// <summary>
/// Follows each operation with its fragments in place, as execution will, so that nothing is hidden in a fragment. Fragments that
/// spread others twice double at each level, hence the limit on visits; a fragment inside itself is not followed, NoFragmentCycles
/// refuses it. The first limit that an operation passes ends the validation.
/// </summary>
internal sealed class OperationExpansion : ValidationRule
{
    private readonly HashSet<string> path = new(StringComparer.Ordinal);
    private OperationLimit[] limits = [];
    private int visits;
    private bool isUnlimited;

    public override void EnterOperation(OperationDefinitionNode operation, ValidationContext context)
    {
        isUnlimited = context.Options.Limits == DocumentLimits.Off;
        path.Clear();
        limits = [new ExecutionDepth(), new RootFields(), new IntrospectionRoots(), new OfTypeDepth(), new Aliases(), new FieldRepeats()];
        Expand(operation.SelectionSet, new FieldPlace(operation, 0, false, 0, 0), new ResponseEntry(), context);
    }

    private void Expand(SelectionSetNode selectionSet, FieldPlace place, ResponseEntry entry, ValidationContext context)
    {
        foreach (var selection in selectionSet.Selections)
        {
            if (context.IsFull)
                return;
            switch (selection)
            {
                case FieldNode field:
                    ExpandField(field, place, entry.Enter(field.ResponseName), context);
                    break;
                case InlineFragmentNode inline:
                    Expand(inline.SelectionSet, place, entry, context);
                    break;
                case FragmentSpreadNode spread:
                    ExpandFragment(spread, place, entry, context);
                    break;
            }
        }
    }

    private void ExpandField(FieldNode field, FieldPlace outer, ResponseEntry entry, ValidationContext context)
    {
        var name = field.Name.Value;
        var isIntrospection = outer.IsIntrospection || name is "__schema" or "__type";
        var ofTypes = outer.OfTypes + (name == "ofType" ? 1 : 0);
        var place = new FieldPlace(outer.Operation, outer.Depth + 1, isIntrospection, ofTypes, entry.Selections);
        foreach (var limit in limits)
            limit.Enter(field, place, context);
        if (field.SelectionSet is { } selectionSet)
            Expand(selectionSet, place, entry, context);
    }

    private void ExpandFragment(FragmentSpreadNode spread, FieldPlace place, ResponseEntry entry, ValidationContext context)
    {
        var name = spread.Name.Value;
        if (context.Fragments.Find(name) is not { } fragment || !path.Add(name))
            return;
        var limit = context.Options.Limits.MaxAllowedFragmentVisits;
        // With the limit off, a chain of fragments can be longer than the stack is deep.
        if (++visits > limit || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            context.Refuse(LimitNames.TooManyFragmentVisits, "The document spreads too many fragments.", spread);
        Expand(fragment.SelectionSet, place, entry, context);
        // Without limits nothing is counted, and fragments that double at each level would not come to an end: once is enough.
        if (!isUnlimited)
            path.Remove(name);
    }

    /// <summary>An entry of the answer and the entries below it: selections with one response name are merged into one.</summary>
    private sealed class ResponseEntry
    {
        private Dictionary<string, ResponseEntry>? entries;

        public int Selections { get; private set; }

        public ResponseEntry Enter(string responseName)
        {
            entries ??= new(StringComparer.Ordinal);
            if (!entries.TryGetValue(responseName, out var entry))
                entries.Add(responseName, entry = new ResponseEntry());
            entry.Selections++;
            return entry;
        }
    }
}
