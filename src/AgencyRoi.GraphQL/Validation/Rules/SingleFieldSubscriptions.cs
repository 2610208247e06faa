using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Validation.Rules;

/// <summary>
/// https://spec.graphql.org/September2025/#sec-Single-Root-Field: one root field, known before variables are, so that neither
/// introspection fields nor <c>@skip</c> and <c>@include</c> stand at the root.
/// </summary>
internal sealed class SingleFieldSubscriptions : ValidationRule
{
    public override void EnterOperation(OperationDefinitionNode operation, ValidationContext context)
    {
        if (operation.Operation != OperationType.Subscription || context.Schema.SubscriptionType is not { } type)
            return;
        var root = new RootSelection(context, type);
        root.CollectFields(operation.SelectionSet);
        var subscription = operation.Name is { } name ? $"Subscription \"{name.Value}\"" : "Anonymous Subscription";

        if (root.Conditions.Count > 0)
        {
            context.Report(
                $"{subscription} must not use `@skip` or `@include` directives in the top level selection.",
                [.. root.Conditions]
            );
            return;
        }
        if (root.Fields.Count > 1)
            context.Report($"{subscription} must select only one top level field.", [.. root.Fields.Values.Skip(1).SelectMany(f => f)]);
        foreach (var fields in root.Fields.Values)
        {
            if (fields[0].Name.Value.StartsWith("__", StringComparison.Ordinal))
                context.Report($"{subscription} must not select an introspection top level field.", [.. fields]);
        }
    }

    /// <summary>https://spec.graphql.org/September2025/#CollectSubscriptionFields()</summary>
    private sealed class RootSelection(ValidationContext context, ObjectType type)
    {
        private readonly HashSet<string> visited = new(StringComparer.Ordinal);

        public OrderedDictionary<string, List<FieldNode>> Fields { get; } = new(StringComparer.Ordinal);

        public List<DirectiveNode> Conditions { get; } = [];

        public void CollectFields(SelectionSetNode selectionSet)
        {
            foreach (var selection in selectionSet.Selections)
            {
                Conditions.AddRange(selection.Directives.Where(directive => directive.Name.Value is "skip" or "include"));
                switch (selection)
                {
                    case FieldNode field:
                        if (!Fields.TryGetValue(field.ResponseName, out var fields))
                            Fields.Add(field.ResponseName, fields = []);
                        fields.Add(field);
                        break;
                    case InlineFragmentNode inline when inline.TypeCondition is null || Applies(inline.TypeCondition):
                        CollectFields(inline.SelectionSet);
                        break;
                    case FragmentSpreadNode spread when visited.Add(spread.Name.Value):
                        if (context.Fragments.Find(spread.Name.Value) is { } fragment && Applies(fragment.TypeCondition))
                            CollectFields(fragment.SelectionSet);
                        break;
                }
            }
        }

        private bool Applies(NamedTypeNode condition) =>
            context.Schema.FindType(condition.Name.Value) is { } named && context.Schema.GetPossibleTypes(named).Contains(type);
    }
}
