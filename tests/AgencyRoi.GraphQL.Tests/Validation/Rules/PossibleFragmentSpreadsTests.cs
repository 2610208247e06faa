using AgencyRoi.GraphQL.Validation.Rules;
using static AgencyRoi.GraphQL.Tests.Validation.ValidationExpectations;

namespace AgencyRoi.GraphQL.Tests.Validation.Rules;

public sealed class PossibleFragmentSpreadsTests
{
    [Fact]
    public void Spreads_into_the_same_or_an_overlapping_type_are_valid() =>
        ExpectValid<PossibleFragmentSpreads>(
            "{ book { ... on Book { id } ... on Work { id } ... on Item { __typename } ...L } item { ... on Loanable { shelf } ... on Found { __typename } ... on Work { id } } node(id: 1) { ... on Person { id } ... on Loanable { shelf } ... on Item { __typename } } } fragment L on Loanable { shelf }"
        );

    [Fact]
    public void Another_object_type_is_refused() =>
        ExpectErrors<PossibleFragmentSpreads>(
            """
            { book { ... on Film { id } ...F } }
            fragment F on Film { id }
            """,
            ("""Fragment cannot be spread here as objects of type "Book" can never be of type "Film".""", "1:10"),
            ("""Fragment "F" cannot be spread here as objects of type "Book" can never be of type "Film".""", "1:29")
        );

    [Fact]
    public void An_object_that_an_abstract_type_excludes_is_refused() =>
        ExpectErrors<PossibleFragmentSpreads>(
            """
            { search(text: "x") { ... on Film { id } } item { ... on Person { id } } }
            fragment W on Work { ... on Chart { id } }
            """,
            ("""Fragment cannot be spread here as objects of type "Found" can never be of type "Film".""", "1:23"),
            ("""Fragment cannot be spread here as objects of type "Item" can never be of type "Person".""", "1:51"),
            ("""Fragment cannot be spread here as objects of type "Work" can never be of type "Chart".""", "2:22")
        );

    [Fact]
    public void Abstract_types_without_a_common_object_are_refused() =>
        ExpectErrors<PossibleFragmentSpreads>(
            """
            fragment A on Chart { ... on Loanable { shelf } ... on Work { id } }
            fragment B on Person { ... on Item { __typename } }
            """,
            ("""Fragment cannot be spread here as objects of type "Chart" can never be of type "Loanable".""", "1:23"),
            ("""Fragment cannot be spread here as objects of type "Chart" can never be of type "Work".""", "1:49"),
            ("""Fragment cannot be spread here as objects of type "Person" can never be of type "Item".""", "2:24")
        );

    [Fact]
    public void Unknown_and_non_composite_types_are_reported_elsewhere() =>
        ExpectValid<PossibleFragmentSpreads>("{ book { ... on Nope { id } ... on Int { id } ...Nope } }");
}
