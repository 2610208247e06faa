using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.GraphQL.Validation.Limits;
using AgencyRoi.GraphQL.Validation.Rules;

namespace AgencyRoi.GraphQL.Validation;

/// <summary>
/// https://spec.graphql.org/September2025/#sec-Validation: whether a document can be executed against a schema. A first walk over the
/// document holds it to the limits and notes where variables are used; a document within them is judged by the rules in a second.
/// </summary>
internal static class Validator
{
    private static readonly RuleSet Survey = new(
        RuleSet.Rule<DirectiveCount>(),
        RuleSet.Rule<ListLength>(),
        RuleSet.Rule<StringLength>(),
        RuleSet.Rule<OperationExpansion>(),
        RuleSet.Rule<CollectVariableUsages>()
    );

    /// <summary>The rules in the order in which graphql-js reports them: errors that explain others come first.</summary>
    private static readonly RuleSet SpecifiedRules = new(
        RuleSet.Rule<ExecutableDefinitions>(),
        RuleSet.Rule<KnownOperationTypes>(),
        RuleSet.Rule<UniqueOperationNames>(),
        RuleSet.Rule<LoneAnonymousOperation>(),
        RuleSet.Rule<SingleFieldSubscriptions>(),
        RuleSet.Rule<KnownTypeNames>(),
        RuleSet.Rule<FragmentsOnCompositeTypes>(),
        RuleSet.Rule<VariablesAreInputTypes>(),
        RuleSet.Rule<ScalarLeafs>(),
        RuleSet.Rule<FieldsOnCorrectType>(),
        RuleSet.Rule<UniqueFragmentNames>(),
        RuleSet.Rule<KnownFragmentNames>(),
        RuleSet.Rule<NoUnusedFragments>(),
        RuleSet.Rule<PossibleFragmentSpreads>(),
        RuleSet.Rule<NoFragmentCycles>(),
        RuleSet.Rule<UniqueVariableNames>(),
        RuleSet.Rule<NoUndefinedVariables>(),
        RuleSet.Rule<NoUnusedVariables>(),
        RuleSet.Rule<KnownDirectives>(),
        RuleSet.Rule<UniqueDirectivesPerLocation>(),
        RuleSet.Rule<KnownArgumentNames>(),
        RuleSet.Rule<UniqueArgumentNames>(),
        RuleSet.Rule<ValuesOfCorrectType>(),
        RuleSet.Rule<ProvidedRequiredArguments>(),
        RuleSet.Rule<VariablesInAllowedPosition>(),
        RuleSet.Rule<OverlappingFieldsCanBeMerged>(),
        RuleSet.Rule<UniqueInputFieldNames>(),
        RuleSet.Rule<MaxIntrospectionDepth>()
    );

    /// <summary>
    /// The document's errors in the order of the text, at most <see cref="ValidationOptions.MaxAllowedErrors"/>; none when it is valid.
    /// Only errors of limits carry a code. The schema itself is taken to be valid. Never throws for a parsed document.
    /// </summary>
    public static IReadOnlyList<GraphQLError> Validate(Schema schema, DocumentNode document, ValidationOptions? options = null) =>
        Validate(schema, document, options ?? ValidationOptions.Default, SpecifiedRules);

    internal static IReadOnlyList<GraphQLError> Validate(Schema schema, DocumentNode document, ValidationOptions options, RuleSet rules)
    {
        var context = new ValidationContext(schema, document, options);
        new DocumentWalk(context, Survey).Run();
        if (context.Errors.Count == 0)
            new DocumentWalk(context, rules).Run();
        return context.Errors;
    }
}
