using AgencyRoi.GraphQL.Execution.Input;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Execution.Planning;

/// <summary>Walks one operation of a valid document with its fragments and collects the coordinates of what is deprecated.</summary>
internal sealed class DeprecatedUseWalk
{
    private readonly Schema schema;
    private readonly DocumentNode document;
    private readonly HashSet<string> visitedFragments = [];
    private readonly NamedInputs inputs;

    public DeprecatedUseWalk(Schema schema, DocumentNode document)
    {
        (this.schema, this.document) = (schema, document);
        inputs = new(
            (type, member) =>
            {
                if (DeprecatedMembers.IsDeprecated(member))
                    Found.Add($"{type}.{member.Name}");
            }
        );
    }

    public HashSet<string> Found { get; } = [];

    public void Visit(OperationDefinitionNode operation, PlannedVariables variables)
    {
        foreach (var variable in variables.All)
        {
            if (variable.Definition.DefaultValue is { } value)
                inputs.In(value, variable.Type);
        }
        Visit(operation.Directives);
        Visit(operation.SelectionSet, schema.RootType(operation.Operation));
    }

    private void Visit(SelectionSetNode selectionSet, NamedType? type)
    {
        foreach (var selection in selectionSet.Selections)
        {
            Visit(selection.Directives);
            switch (selection)
            {
                case FieldNode field when type is not null && schema.FindField(type, field.Name.Value) is { } definition:
                    Visit(field, definition, $"{type}.{field.Name.Value}");
                    break;
                case InlineFragmentNode inline:
                    Visit(inline.SelectionSet, inline.TypeCondition is { } condition ? schema.FindType(condition.Name.Value) : type);
                    break;
                case FragmentSpreadNode spread when visitedFragments.Add(spread.Name.Value):
                    Visit(document.Definitions.OfType<FragmentDefinitionNode>().First(node => node.Name.Value == spread.Name.Value));
                    break;
            }
        }
    }

    private void Visit(FragmentDefinitionNode fragment)
    {
        Visit(fragment.Directives);
        Visit(fragment.SelectionSet, schema.FindType(fragment.TypeCondition.Name.Value));
    }

    private void Visit(FieldNode field, FieldDefinition definition, string coordinate)
    {
        if (definition.DeprecationReason is not null)
            Found.Add(coordinate);
        Visit(field.Arguments, definition.Arguments, coordinate);
        if (field.SelectionSet is { } below)
            Visit(below, definition.Type.Unwrapped);
    }

    private void Visit(IReadOnlyList<DirectiveNode> directives)
    {
        foreach (var directive in directives)
        {
            if (schema.FindDirective(directive.Name.Value) is { } definition)
                Visit(directive.Arguments, definition.Arguments, $"@{definition.Name}");
        }
    }

    private void Visit(IReadOnlyList<ArgumentNode> arguments, MemberList<InputValueDefinition> definitions, string owner)
    {
        foreach (var argument in arguments)
        {
            if (definitions[argument.Name.Value] is not { } definition)
                continue;
            if (definition.DeprecationReason is not null)
                Found.Add($"{owner}({definition.Name}:)");
            inputs.In(argument.Value, definition.Type);
        }
    }
}
