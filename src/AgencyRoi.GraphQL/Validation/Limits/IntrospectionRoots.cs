using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Validation.Limits;

/// <summary>How often an operation asks for the schema: an answer is large, and it is outside the limits of depth and cost.</summary>
internal sealed class IntrospectionRoots : OperationLimit
{
    private int count;

    public override void Enter(FieldNode field, FieldPlace place, ValidationContext context)
    {
        var limit = context.Options.Limits.MaxIntrospectionRoots;
        if (place is { IsIntrospection: true, Depth: 1, Repeats: 1 } && ++count > limit)
            context.Refuse(
                LimitNames.TooManyIntrospectionFields,
                $"The operation has more than {limit} introspection fields at its root.",
                field
            );
    }
}
