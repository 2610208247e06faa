using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Validation.Limits;

/// <summary>How many items a list literal has. Lists in variables are counted when they are coerced.</summary>
internal sealed class ListLength : ValidationRule
{
    public override void EnterListValue(ListValueNode list, ValidationContext context)
    {
        var limit = context.Options.Limits.MaxListLength;
        if (list.Values.Count > limit)
            context.Refuse(LimitNames.ListTooLong, $"A list has more than {limit} items.", list);
    }
}
