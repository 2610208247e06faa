using AgencyRoi.GraphQL.Validation.Rules;
using static AgencyRoi.GraphQL.Tests.Validation.ValidationExpectations;

namespace AgencyRoi.GraphQL.Tests.Validation.Rules;

public sealed class NoUndefinedVariablesTests
{
    [Fact]
    public void Variables_used_directly_or_in_fragments_are_defined() =>
        ExpectValid<NoUndefinedVariables>(
            "query A($a: ID!, $b: Int, $c: Day, $d: String) { node(id: $a) { ... on Work { related(first: $b) { id } ...F } } work(key: {title: $d}) { id } } fragment F on Loanable { isAvailable(on: $c) }"
        );

    [Fact]
    public void An_undefined_variable_is_refused() =>
        ExpectErrors<NoUndefinedVariables>(
            "query A($a: Int) { sum(a: $a, b: $b) }",
            ("""Variable "$b" is not defined by operation "A".""", "1:34 1:1")
        );

    [Fact]
    public void In_an_anonymous_operation_the_message_names_none() =>
        ExpectErrors<NoUndefinedVariables>("{ shelves(numbers: [1, $a]) }", ("""Variable "$a" is not defined.""", "1:24 1:1"));

    [Fact]
    public void A_fragment_needs_it_in_every_operation_that_spreads_it() =>
        ExpectErrors<NoUndefinedVariables>(
            """
            query A($a: ID!) { ...F }
            query B { ...F }
            fragment F on Query { ...G }
            fragment G on Query { node(id: $a) { id @include(if: $b) } }
            """,
            ("""Variable "$b" is not defined by operation "A".""", "4:54 1:1"),
            ("""Variable "$a" is not defined by operation "B".""", "4:32 2:1"),
            ("""Variable "$b" is not defined by operation "B".""", "4:54 2:1")
        );
}
