using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Validation.Rules;

/// <summary>https://spec.graphql.org/September2025/#sec-Lone-Anonymous-Operation</summary>
internal sealed class LoneAnonymousOperation : ValidationRule
{
    private int operations;

    public override void EnterDocument(DocumentNode document, ValidationContext context) =>
        operations = document.Definitions.Count(definition => definition is OperationDefinitionNode);

    public override void EnterOperation(OperationDefinitionNode operation, ValidationContext context)
    {
        if (operation.Name is null && operations > 1)
            context.Report("This anonymous operation must be the only defined operation.", operation);
    }
}
