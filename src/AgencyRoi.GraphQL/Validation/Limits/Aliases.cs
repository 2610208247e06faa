using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Validation.Limits;

/// <summary>How many fields of an operation have an alias: with aliases one field is asked for again and again.</summary>
internal sealed class Aliases : OperationLimit
{
    private int count;

    public override void Enter(FieldNode field, FieldPlace place, ValidationContext context)
    {
        var limit = context.Options.Limits.MaxAliases;
        if (field.Alias is not null && ++count > limit)
            context.Refuse(LimitNames.TooManyAliases, $"The operation has more than {limit} aliases.", field);
    }
}
