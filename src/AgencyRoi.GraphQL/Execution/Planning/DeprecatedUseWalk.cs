using AgencyRoi.GraphQL.Execution.Input;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Execution.Planning;

/// <summary>Walks one operation of a valid document with its fragments and collects the coordinates of what is deprecated.</summary>
internal sealed class DeprecatedUseWalk(Schema schema, DocumentNode document)
{
    private readonly HashSet<string> visitedFragments = [];

    public HashSet<string> Found { get; } = [];

    public void Visit(OperationDefinitionNode operation, PlannedVariables variables)
    {
        foreach (var variable in variables.All)
        {
            if (variable.Definition.DefaultValue is { } value)
                Visit(value, variable.Type);
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
            Visit(argument.Value, definition.Type);
        }
    }

    private void Visit(ValueNode value, GraphQLType type)
    {
        switch (type.Nullable, value)
        {
            case (ListType list, ListValueNode items):
                foreach (var item in items.Values)
                    Visit(item, list.OfType);
                break;
            case (ListType list, _):
                Visit(value, list.OfType);
                break;
            case (EnumType enumType, EnumValueNode name):
                if (enumType.Values[name.Value] is { DeprecationReason: not null })
                    Found.Add($"{enumType}.{name.Value}");
                break;
            case (InputObjectType input, ObjectValueNode fields):
                foreach (var field in fields.Fields)
                {
                    if (input.Fields[field.Name.Value] is not { } definition)
                        continue;
                    if (definition.DeprecationReason is not null)
                        Found.Add($"{input}.{definition.Name}");
                    Visit(field.Value, definition.Type);
                }
                break;
        }
    }
}
