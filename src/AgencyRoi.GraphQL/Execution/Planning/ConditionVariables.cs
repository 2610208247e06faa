using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Execution.Planning;

/// <summary>The variables that a document's <c>@skip</c> and <c>@include</c> use, wherever they stand.</summary>
internal static class ConditionVariables
{
    public static string[] Of(int definedVariables, DocumentNode document)
    {
        if (definedVariables == 0)
            return [];
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var definition in document.Definitions)
        {
            if (definition is ExecutableDefinitionNode executable)
                Collect(executable.SelectionSet, names);
        }
        return [.. names];
    }

    /// <summary>The argument <c>if</c> of a directive that decides whether a selection is included; null for any other directive.</summary>
    public static ValueNode? If(DirectiveNode directive) =>
        directive.Name.Value is "skip" or "include" && directive.Arguments.Count > 0 ? directive.Arguments[0].Value : null;

    private static void Collect(SelectionSetNode selectionSet, SortedSet<string> names)
    {
        foreach (var selection in selectionSet.Selections)
        {
            foreach (var directive in selection.Directives)
            {
                if (If(directive) is VariableNode variable)
                    names.Add(variable.Name.Value);
            }
            if (selection is FieldNode { SelectionSet: { } below })
                Collect(below, names);
            else if (selection is InlineFragmentNode inline)
                Collect(inline.SelectionSet, names);
        }
    }
}
