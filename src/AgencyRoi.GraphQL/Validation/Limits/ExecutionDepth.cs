using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Validation.Limits;

/// <summary>How many levels of fields an operation descends. Introspection has a limit of its own.</summary>
internal sealed class ExecutionDepth : OperationLimit
{
    public override void Enter(FieldNode field, FieldPlace place, ValidationContext context)
    {
        var limit = context.Options.Limits.MaxAllowedExecutionDepth;
        if (place.Depth > limit && !place.IsIntrospection)
            context.Refuse(LimitNames.TooDeep, $"The operation is deeper than {limit} levels.", field);
    }
}
