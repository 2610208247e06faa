using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Validation.Limits;

/// <summary>How often <c>ofType</c> is nested below <c>__schema</c> or <c>__type</c>: tools ask for fewer than ten.</summary>
internal sealed class OfTypeDepth : OperationLimit
{
    public override void Enter(FieldNode field, FieldPlace place, ValidationContext context)
    {
        var limit = context.Options.Limits.MaxAllowedOfTypeDepth;
        if (place.IsIntrospection && place.OfTypes > limit)
            context.Refuse(LimitNames.IntrospectionTooDeep, $"The operation nests \"ofType\" deeper than {limit} levels.", field);
    }
}
