using AgencyRoi.GraphQL.Validation.Rules;
using static AgencyRoi.GraphQL.Tests.Validation.ValidationExpectations;

namespace AgencyRoi.GraphQL.Tests.Validation.Rules;

public sealed class SingleFieldSubscriptionsTests
{
    [Fact]
    public void One_root_field_is_valid() => ExpectValid<SingleFieldSubscriptions>("""subscription S { lent(shelf: "a") { days } }""");

    [Fact]
    public void The_same_field_twice_is_one_entry() =>
        ExpectValid<SingleFieldSubscriptions>("subscription { lent { days } lent { item { __typename } } }");

    [Fact]
    public void Fragments_that_add_nothing_are_valid() =>
        ExpectValid<SingleFieldSubscriptions>(
            "subscription { ...F ...F } fragment F on Subscription { lent { days } ... on Subscription { lent { days } } }"
        );

    [Fact]
    public void Queries_and_mutations_may_have_many() =>
        ExpectValid<SingleFieldSubscriptions>("query { book { title } item { __typename } }");

    [Fact]
    public void Two_root_fields_are_refused() =>
        ExpectErrors<SingleFieldSubscriptions>(
            """
            subscription S {
              lent { days }
              returned { days }
            }
            """,
            ("""Subscription "S" must select only one top level field.""", "3:3")
        );

    [Fact]
    public void Each_further_selection_is_located() =>
        ExpectErrors<SingleFieldSubscriptions>(
            """
            subscription {
              lent { days }
              returned { days }
              again: returned { days }
              returned { item { __typename } }
            }
            """,
            ("Anonymous Subscription must select only one top level field.", "3:3 5:3 4:3")
        );

    [Fact]
    public void Fields_in_fragments_count() =>
        ExpectErrors<SingleFieldSubscriptions>(
            """
            subscription S {
              lent { days }
              ...F
            }
            fragment F on Subscription {
              ... { returned { days } }
            }
            """,
            ("""Subscription "S" must select only one top level field.""", "6:9")
        );

    [Fact]
    public void An_introspection_field_is_refused() =>
        ExpectErrors<SingleFieldSubscriptions>(
            "subscription S { __typename }",
            ("""Subscription "S" must not select an introspection top level field.""", "1:18")
        );

    [Fact]
    public void An_introspection_field_beside_another_is_refused_twice() =>
        ExpectErrors<SingleFieldSubscriptions>(
            """
            subscription {
              lent { days }
              __typename
            }
            """,
            ("Anonymous Subscription must select only one top level field.", "3:3"),
            ("Anonymous Subscription must not select an introspection top level field.", "3:3")
        );

    [Fact]
    public void Skip_and_include_are_refused_at_the_root() =>
        ExpectErrors<SingleFieldSubscriptions>(
            "subscription ($b: Boolean!) { lent @skip(if: $b) { days } returned @include(if: true) { days } }",
            ("Anonymous Subscription must not use `@skip` or `@include` directives in the top level selection.", "1:36 1:68")
        );

    [Fact]
    public void Skip_and_include_are_refused_in_the_roots_fragments() =>
        ExpectErrors<SingleFieldSubscriptions>(
            """
            subscription S {
              ...F @skip(if: true)
              ... @include(if: true) { lent { days } }
            }
            fragment F on Subscription { lent @include(if: false) { days } }
            """,
            ("""Subscription "S" must not use `@skip` or `@include` directives in the top level selection.""", "2:8 5:35 3:7")
        );

    [Fact]
    public void Skip_and_include_are_valid_below_the_root() =>
        ExpectValid<SingleFieldSubscriptions>(
            "subscription { lent @onField { days @skip(if: true) item @include(if: true) { __typename } } }"
        );

    [Fact]
    public void A_fragment_in_a_cycle_or_on_another_type_adds_nothing() =>
        ExpectValid<SingleFieldSubscriptions>(
            "subscription { ...F } fragment F on Subscription { lent { days } ...F ...Nope ...Q } fragment Q on Query { item { __typename } }"
        );
}
