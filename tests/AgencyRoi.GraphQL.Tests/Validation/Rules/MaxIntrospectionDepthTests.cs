using AgencyRoi.GraphQL.Validation.Rules;
using static AgencyRoi.GraphQL.Tests.Validation.ValidationExpectations;

namespace AgencyRoi.GraphQL.Tests.Validation.Rules;

public sealed class MaxIntrospectionDepthTests
{
    /// <summary>As GraphiQL and other tools send it.</summary>
    internal const string UsualQuery =
        "query IntrospectionQuery { __schema { queryType { name kind } mutationType { name kind } subscriptionType { name kind } types { ...FullType } directives { name description locations args(includeDeprecated: true) { ...InputValue } } } } fragment FullType on __Type { kind name description fields(includeDeprecated: true) { name description args(includeDeprecated: true) { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason } inputFields(includeDeprecated: true) { ...InputValue } interfaces { ...TypeRef } enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } possibleTypes { ...TypeRef } } fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue isDeprecated deprecationReason } fragment TypeRef on __Type { kind name ofType { name kind ofType { name kind ofType { name kind ofType { name kind ofType { name kind ofType { name kind ofType { name kind ofType { name kind ofType { name kind } } } } } } } } } }";

    [Fact]
    public void The_usual_introspection_query_passes() => ExpectValid<MaxIntrospectionDepth>(UsualQuery);

    [Fact]
    public void Lists_nested_three_deep_are_refused() =>
        ExpectErrors<MaxIntrospectionDepth>(
            "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }",
            ("Maximum introspection depth exceeded", "1:3")
        );

    [Fact]
    public void Fragments_and_other_lists_count() =>
        ExpectErrors<MaxIntrospectionDepth>(
            """
            { __type(name: "Book") { ...A } }
            fragment A on __Type { interfaces { possibleTypes { ... { inputFields { name } } } } }
            """,
            ("Maximum introspection depth exceeded", "1:3")
        );

    [Fact]
    public void A_fragment_in_a_cycle_ends() =>
        ExpectErrors<MaxIntrospectionDepth>(
            """
            { __type(name: "Book") { ...A } }
            fragment A on __Type { name fields { type { ...A } } }
            """,
            ("Maximum introspection depth exceeded", "1:3")
        );
}
