using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Validation.Limits;

/// <summary>Where an <see cref="OperationExpansion"/> stands.</summary>
/// <param name="Operation">The operation that is expanded.</param>
/// <param name="Depth">1 for a root field.</param>
/// <param name="IsIntrospection">At or below <c>__schema</c> or <c>__type</c>.</param>
/// <param name="OfTypes">Fields named <c>ofType</c> from the root down to here.</param>
/// <param name="Repeats">How many selections, this one included, are merged into its entry of the answer.</param>
internal readonly record struct FieldPlace(OperationDefinitionNode Operation, int Depth, bool IsIntrospection, int OfTypes, int Repeats);

/// <summary>A limit on what an operation asks for when its fragments stand in place. It lives for one operation.</summary>
internal abstract class OperationLimit
{
    public abstract void Enter(FieldNode field, FieldPlace place, ValidationContext context);
}
