using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Validation.Limits;

/// <summary>How many entries an operation's <c>data</c> has: each is work of its own, and a mutation's are a transaction each.</summary>
internal sealed class RootFields : OperationLimit
{
    private int count;

    public override void Enter(FieldNode field, FieldPlace place, ValidationContext context)
    {
        if (place is not { Depth: 1, Repeats: 1 })
            return;
        var limits = context.Options.Limits;
        var limit = place.Operation.Operation == OperationType.Mutation ? limits.MaxMutationRootFields : limits.MaxRootFields;
        if (++count > limit)
            context.Refuse(LimitNames.TooManyRootFields, $"The operation has more than {limit} root fields.", field);
    }
}
