using AgencyRoi.GraphQL.Validation.Rules;
using static AgencyRoi.GraphQL.Tests.Validation.ValidationExpectations;

namespace AgencyRoi.GraphQL.Tests.Validation.Rules;

public sealed class KnownTypeNamesTests
{
    [Fact]
    public void Types_of_the_schema_are_known() =>
        ExpectValid<KnownTypeNames>(
            "query ($a: WorkFilter, $b: [Int!]!) { item { ... on Book { ...F } ... { __typename } } works(filter: $a) { id } shelves(numbers: $b) } fragment F on Book { title }"
        );

    [Fact]
    public void Introspection_types_are_known() =>
        ExpectValid<KnownTypeNames>("{ __schema { ...S } } fragment S on __Schema { types { name } }");

    [Fact]
    public void Unknown_types_of_variables_and_conditions_are_refused() =>
        ExpectErrors<KnownTypeNames>(
            """
            query ($a: JumbledUpLetters) {
              item { ... on Badger { id } ...F }
            }
            fragment F on Peat { id }
            """,
            ("""Unknown type "JumbledUpLetters".""", "1:12"),
            ("""Unknown type "Badger".""", "2:17"),
            ("""Unknown type "Peat".""", "4:15")
        );

    [Fact]
    public void A_type_inside_list_and_non_null_is_seen() =>
        ExpectErrors<KnownTypeNames>("query ($a: [[Nope!]]!) { item { __typename } }", ("""Unknown type "Nope".""", "1:14"));

    [Fact]
    public void A_misspelt_type_is_suggested() =>
        ExpectMessages<KnownTypeNames>("{ item { ... on Bok { id } } }", """Unknown type "Bok". Did you mean "Book" or "Work"?""");
}
