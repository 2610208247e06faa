using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Validation;

/// <summary>
/// One pass over the operations and fragments of a document, in the order of the text, that serves all rules of a set and tells
/// them through the <see cref="ValidationContext"/> which types they stand at. Definitions of types in the document are not
/// entered: ExecutableDefinitions refuses them. The parser bounds how deep a document nests, so the walk may recurse.
/// </summary>
internal sealed class DocumentWalk(ValidationContext context, RuleSet set)
{
    private readonly ValidationRule[] rules = set.Create();

    public void Run()
    {
        var document = context.Document;
        foreach (var i in set.ListenersOf(WalkStep.EnterDocument))
            rules[i].EnterDocument(document, context);
        foreach (var definition in document.Definitions)
        {
            if (context.IsFull)
                return;
            if (definition is OperationDefinitionNode operation)
                WalkOperation(operation);
            else if (definition is FragmentDefinitionNode fragment)
                WalkFragment(fragment);
        }
        foreach (var i in set.ListenersOf(WalkStep.LeaveDocument))
            rules[i].LeaveDocument(document, context);
    }

    private void WalkOperation(OperationDefinitionNode operation)
    {
        context.Definition = operation;
        context.Type = context.Schema.RootType(operation.Operation);
        foreach (var i in set.ListenersOf(WalkStep.EnterOperation))
            rules[i].EnterOperation(operation, context);
        foreach (var definition in operation.VariableDefinitions)
            WalkVariableDefinition(definition);
        WalkDirectives(operation.Directives, LocationOf(operation.Operation));
        WalkSelectionSet(operation.SelectionSet, operation);
        foreach (var i in set.ListenersOf(WalkStep.LeaveOperation))
            rules[i].LeaveOperation(operation, context);
        context.Type = null;
    }

    private void WalkFragment(FragmentDefinitionNode fragment)
    {
        context.Definition = fragment;
        context.Type = OutputType(fragment.TypeCondition);
        foreach (var i in set.ListenersOf(WalkStep.EnterFragment))
            rules[i].EnterFragment(fragment, context);
        WalkNamedType(fragment.TypeCondition);
        WalkDirectives(fragment.Directives, DirectiveLocation.FragmentDefinition);
        WalkSelectionSet(fragment.SelectionSet, fragment);
        context.Type = null;
    }

    private void WalkVariableDefinition(VariableDefinitionNode definition)
    {
        var outer = context.EnterInput(context.Schema.Resolve(definition.Type), context.LocationDefault);
        foreach (var i in set.ListenersOf(WalkStep.EnterVariableDefinition))
            rules[i].EnterVariableDefinition(definition, context);
        WalkNamedType(definition.Type.NamedType());
        if (definition.DefaultValue is { } value)
            WalkValue(value);
        WalkDirectives(definition.Directives, DirectiveLocation.VariableDefinition);
        context.LeaveInput(outer);
    }

    private void WalkSelectionSet(SelectionSetNode selectionSet, SyntaxNode owner)
    {
        var outerParent = context.ParentType;
        context.ParentType = context.Type is { IsCompositeType: true } type ? type.Unwrapped : null;
        foreach (var i in set.ListenersOf(WalkStep.EnterSelectionSet))
            rules[i].EnterSelectionSet(selectionSet, owner, context);
        foreach (var selection in selectionSet.Selections)
        {
            if (context.IsFull)
                return;
            WalkSelection(selection);
        }
        context.ParentType = outerParent;
    }

    private void WalkSelection(SelectionNode selection)
    {
        switch (selection)
        {
            case FieldNode field:
                WalkField(field);
                break;
            case FragmentSpreadNode spread:
                foreach (var i in set.ListenersOf(WalkStep.EnterFragmentSpread))
                    rules[i].EnterFragmentSpread(spread, context);
                WalkDirectives(spread.Directives, DirectiveLocation.FragmentSpread);
                break;
            case InlineFragmentNode fragment:
                WalkInlineFragment(fragment);
                break;
        }
    }

    private void WalkField(FieldNode field)
    {
        var (outerField, outerType) = (context.Field, context.Type);
        context.Field = context.ParentType is { } parent ? context.Schema.FindField(parent, field.Name.Value) : null;
        context.Type = context.Field?.Type;
        foreach (var i in set.ListenersOf(WalkStep.EnterField))
            rules[i].EnterField(field, context);
        WalkArguments(field.Arguments, field);
        WalkDirectives(field.Directives, DirectiveLocation.Field);
        if (field.SelectionSet is { } selectionSet)
            WalkSelectionSet(selectionSet, field);
        foreach (var i in set.ListenersOf(WalkStep.LeaveField))
            rules[i].LeaveField(field, context);
        (context.Field, context.Type) = (outerField, outerType);
    }

    private void WalkInlineFragment(InlineFragmentNode fragment)
    {
        var outerType = context.Type;
        context.Type = fragment.TypeCondition is { } condition ? OutputType(condition) : outerType?.Unwrapped;
        foreach (var i in set.ListenersOf(WalkStep.EnterInlineFragment))
            rules[i].EnterInlineFragment(fragment, context);
        if (fragment.TypeCondition is { } typeCondition)
            WalkNamedType(typeCondition);
        WalkDirectives(fragment.Directives, DirectiveLocation.InlineFragment);
        WalkSelectionSet(fragment.SelectionSet, fragment);
        context.Type = outerType;
    }

    private void WalkDirectives(IReadOnlyList<DirectiveNode> directives, DirectiveLocation location)
    {
        for (var d = 0; d < directives.Count; d++)
        {
            var directive = directives[d];
            context.Directive = context.Schema.FindDirective(directive.Name.Value);
            context.DirectiveLocation = location;
            foreach (var i in set.ListenersOf(WalkStep.EnterDirective))
                rules[i].EnterDirective(directive, context);
            WalkArguments(directive.Arguments, directive);
            foreach (var i in set.ListenersOf(WalkStep.LeaveDirective))
                rules[i].LeaveDirective(directive, context);
            context.Directive = null;
        }
    }

    private void WalkArguments(IReadOnlyList<ArgumentNode> arguments, SyntaxNode owner)
    {
        for (var a = 0; a < arguments.Count; a++)
        {
            var argument = arguments[a];
            // The arguments of an unknown directive are read as those of the field around it, as graphql-js does.
            context.Argument = (context.Directive?.Arguments ?? context.Field?.Arguments)?[argument.Name.Value];
            var outer = context.EnterInput(context.Argument?.Type, context.Argument?.DefaultValue);
            foreach (var i in set.ListenersOf(WalkStep.EnterArgument))
                rules[i].EnterArgument(argument, owner, context);
            WalkValue(argument.Value);
            context.LeaveInput(outer);
            context.Argument = null;
        }
    }

    private void WalkNamedType(NamedTypeNode type)
    {
        foreach (var i in set.ListenersOf(WalkStep.EnterNamedType))
            rules[i].EnterNamedType(type, context);
    }

    private void WalkValue(ValueNode value)
    {
        switch (value)
        {
            case VariableNode variable:
                foreach (var i in set.ListenersOf(WalkStep.EnterVariable))
                    rules[i].EnterVariable(variable, context);
                break;
            case ListValueNode list:
                WalkList(list);
                break;
            case ObjectValueNode objectValue:
                WalkObject(objectValue);
                break;
            default:
                foreach (var i in set.ListenersOf(WalkStep.EnterLeafValue))
                    rules[i].EnterLeafValue(value, context);
                break;
        }
    }

    private void WalkList(ListValueNode list)
    {
        var listType = context.InputType?.Nullable;
        var outer = context.EnterInput((listType as ListType)?.OfType ?? listType, null);
        foreach (var i in set.ListenersOf(WalkStep.EnterListValue))
            rules[i].EnterListValue(list, context);
        foreach (var item in list.Values)
        {
            if (context.IsFull)
                return;
            WalkValue(item);
        }
        foreach (var i in set.ListenersOf(WalkStep.LeaveListValue))
            rules[i].LeaveListValue(list, context);
        context.LeaveInput(outer);
    }

    private void WalkObject(ObjectValueNode value)
    {
        foreach (var i in set.ListenersOf(WalkStep.EnterObjectValue))
            rules[i].EnterObjectValue(value, context);
        foreach (var field in value.Fields)
        {
            if (context.IsFull)
                return;
            var outer = context.EnterInputField(field.Name.Value);
            foreach (var i in set.ListenersOf(WalkStep.EnterObjectField))
                rules[i].EnterObjectField(field, context);
            WalkValue(field.Value);
            context.LeaveInput(outer);
        }
        foreach (var i in set.ListenersOf(WalkStep.LeaveObjectValue))
            rules[i].LeaveObjectValue(value, context);
    }

    private NamedType? OutputType(NamedTypeNode condition) =>
        context.Schema.FindType(condition.Name.Value) is { IsOutputType: true } type ? type : null;

    private static DirectiveLocation LocationOf(OperationType operation) =>
        operation switch
        {
            OperationType.Query => DirectiveLocation.Query,
            OperationType.Mutation => DirectiveLocation.Mutation,
            _ => DirectiveLocation.Subscription,
        };
}
