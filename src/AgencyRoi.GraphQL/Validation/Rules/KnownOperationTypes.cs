using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Validation.Rules;

/// <summary>https://spec.graphql.org/September2025/#sec-Operation-Type-Existence</summary>
internal sealed class KnownOperationTypes : ValidationRule
{
    public override void EnterOperation(OperationDefinitionNode operation, ValidationContext context)
    {
        if (context.Schema.RootType(operation.Operation) is null)
            context.Report($"The {Keyword(operation.Operation)} operation is not supported by the schema.", operation);
    }

    private static string Keyword(OperationType operation) =>
        operation switch
        {
            OperationType.Query => "query",
            OperationType.Mutation => "mutation",
            _ => "subscription",
        };
}
