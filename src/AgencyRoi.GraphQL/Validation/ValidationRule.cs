using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Validation;

/// <summary>
/// One rule of the specification's section Validation, or one limit. It overrides the steps of the <see cref="DocumentWalk"/> it
/// wants to see; the others cost nothing. A rule lives for one validation, so its fields may hold what it has seen.
/// </summary>
internal abstract class ValidationRule
{
    public virtual void EnterDocument(DocumentNode document, ValidationContext context) { }

    public virtual void LeaveDocument(DocumentNode document, ValidationContext context) { }

    public virtual void EnterOperation(OperationDefinitionNode operation, ValidationContext context) { }

    public virtual void LeaveOperation(OperationDefinitionNode operation, ValidationContext context) { }

    public virtual void EnterFragment(FragmentDefinitionNode fragment, ValidationContext context) { }

    public virtual void EnterVariableDefinition(VariableDefinitionNode definition, ValidationContext context) { }

    /// <param name="selectionSet">The set; <see cref="ValidationContext.ParentType"/> is already its type.</param>
    /// <param name="owner">The operation, fragment, field or inline fragment that has it.</param>
    /// <param name="context">Where the walk stands.</param>
    public virtual void EnterSelectionSet(SelectionSetNode selectionSet, SyntaxNode owner, ValidationContext context) { }

    public virtual void EnterField(FieldNode field, ValidationContext context) { }

    public virtual void LeaveField(FieldNode field, ValidationContext context) { }

    public virtual void EnterFragmentSpread(FragmentSpreadNode spread, ValidationContext context) { }

    public virtual void EnterInlineFragment(InlineFragmentNode fragment, ValidationContext context) { }

    public virtual void EnterDirective(DirectiveNode directive, ValidationContext context) { }

    public virtual void LeaveDirective(DirectiveNode directive, ValidationContext context) { }

    /// <param name="argument">The argument.</param>
    /// <param name="owner">The field or directive it is given to.</param>
    /// <param name="context">Where the walk stands.</param>
    public virtual void EnterArgument(ArgumentNode argument, SyntaxNode owner, ValidationContext context) { }

    /// <summary>A type condition, or the named type inside a variable's type.</summary>
    public virtual void EnterNamedType(NamedTypeNode type, ValidationContext context) { }

    /// <summary>The use of a variable as a value, not its definition.</summary>
    public virtual void EnterVariable(VariableNode variable, ValidationContext context) { }

    /// <summary>A number, string, boolean, enum value or null.</summary>
    public virtual void EnterLeafValue(ValueNode value, ValidationContext context) { }

    public virtual void EnterListValue(ListValueNode list, ValidationContext context) { }

    public virtual void LeaveListValue(ListValueNode list, ValidationContext context) { }

    public virtual void EnterObjectValue(ObjectValueNode value, ValidationContext context) { }

    public virtual void LeaveObjectValue(ObjectValueNode value, ValidationContext context) { }

    public virtual void EnterObjectField(ObjectFieldNode field, ValidationContext context) { }
}
