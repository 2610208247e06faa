using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Validation.Limits;

/// <summary>How long a string literal is. Strings in variables are measured when they are coerced.</summary>
internal sealed class StringLength : ValidationRule
{
    public override void EnterLeafValue(ValueNode value, ValidationContext context)
    {
        var limit = context.Options.Limits.MaxStringLength;
        if (value is StringValueNode text && text.Value.Length > limit)
            context.Refuse(LimitNames.StringTooLong, $"A string is longer than {limit} characters.", value);
    }
}
