using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Validation.Rules;

/// <summary>https://spec.graphql.org/September2025/#sec-Executable-Definitions</summary>
internal sealed class ExecutableDefinitions : ValidationRule
{
    public override void EnterDocument(DocumentNode document, ValidationContext context)
    {
        foreach (var definition in document.Definitions)
        {
            if (definition is not ExecutableDefinitionNode)
                context.Report($"The {NameOf(definition)} definition is not executable.", definition);
        }
    }

    private static string NameOf(DefinitionNode definition) =>
        definition switch
        {
            TypeDefinitionNode type => $"\"{type.Name.Value}\"",
            DirectiveDefinitionNode directive => $"\"{directive.Name.Value}\"",
            _ => "schema",
        };
}
