using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Validation.Limits;

/// <summary>How many selections are merged into one entry of the answer: harmless to execute, but each pair has to be compared.</summary>
internal sealed class FieldRepeats : OperationLimit
{
    public override void Enter(FieldNode field, FieldPlace place, ValidationContext context)
    {
        var limit = context.Options.Limits.MaxFieldRepeats;
        if (place.Repeats > limit)
            context.Refuse(LimitNames.TooManyFieldRepeats, $"The operation selects the same field more than {limit} times.", field);
    }
}
