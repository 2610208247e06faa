using AgencyRoi.GraphQL.Validation.Rules;
using static AgencyRoi.GraphQL.Tests.Validation.ValidationExpectations;

namespace AgencyRoi.GraphQL.Tests.Validation.Rules;

public sealed class NoUnusedVariablesTests
{
    [Fact]
    public void Variables_used_in_arguments_lists_objects_directives_and_fragments_are_used() =>
        ExpectValid<NoUnusedVariables>(
            "query A($a: Int, $b: Int, $c: ID, $d: Boolean!, $e: ID!) { shelves(numbers: [$a], grid: [[$b]]) work(key: {id: $c}) { id @skip(if: $d) } ...F } fragment F on Query { node(id: $e) { id } }"
        );

    [Fact]
    public void Unused_variables_are_refused() =>
        ExpectErrors<NoUnusedVariables>(
            """
            query A($a: Int, $b: Int = 2, $c: ID!) {
              node(id: $c) { id }
            }
            """,
            ("""Variable "$a" is never used in operation "A".""", "1:9"),
            ("""Variable "$b" is never used in operation "A".""", "1:18")
        );

    [Fact]
    public void In_an_anonymous_operation_the_message_names_none() =>
        ExpectErrors<NoUnusedVariables>("query ($a: Int) { item { __typename } }", ("""Variable "$a" is never used.""", "1:8"));

    [Fact]
    public void A_use_in_a_fragment_of_another_operation_does_not_count() =>
        ExpectErrors<NoUnusedVariables>(
            """
            query A($a: ID!) { item { __typename } }
            query B($a: ID!) { ...F }
            fragment F on Query { node(id: $a) { id } }
            """,
            ("""Variable "$a" is never used in operation "A".""", "1:9")
        );
}
