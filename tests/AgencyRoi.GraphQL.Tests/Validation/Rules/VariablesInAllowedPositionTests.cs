using AgencyRoi.GraphQL.Validation.Rules;
using static AgencyRoi.GraphQL.Tests.Validation.ValidationExpectations;

namespace AgencyRoi.GraphQL.Tests.Validation.Rules;

public sealed class VariablesInAllowedPositionTests
{
    [Fact]
    public void A_variable_of_the_same_or_a_stricter_type_is_valid() =>
        ExpectValid<VariablesInAllowedPosition>(
            "query ($a: Int, $b: Int!, $c: [Int!]!, $d: Years, $e: ID!) { echo(int: $a, years: $d) b: echo(int: $b) shelves(numbers: $c) node(id: $e) { id } }"
        );

    [Fact]
    public void A_nullable_variable_may_stand_where_a_default_fills_in() =>
        ExpectValid<VariablesInAllowedPosition>(
            "query ($a: Int, $b: Int = 1, $c: Boolean = true) { echo(requiredInt: $a) sum(a: $b, b: 1) item @skip(if: $c) { __typename } works(filter: {years: {from: 1, strict: $c}}) { id } }"
        );

    [Fact]
    public void A_nullable_variable_is_refused_at_a_non_null_location() =>
        ExpectErrors<VariablesInAllowedPosition>(
            "query ($a: Int, $b: Boolean, $c: ID = null) { sum(a: $a, b: 1) item @include(if: $b) { __typename } node(id: $c) { id } }",
            ("""Variable "$a" of type "Int" used in position expecting type "Int!".""", "1:8 1:54"),
            ("""Variable "$b" of type "Boolean" used in position expecting type "Boolean!".""", "1:17 1:82"),
            ("""Variable "$c" of type "ID" used in position expecting type "ID!".""", "1:30 1:110")
        );

    [Fact]
    public void A_variable_of_another_type_is_refused() =>
        ExpectErrors<VariablesInAllowedPosition>(
            "query ($a: String, $b: Int, $c: [Int]) { echo(int: $a, id: $b, float: $b) shelves(numbers: $b, grid: $c) }",
            ("""Variable "$a" of type "String" used in position expecting type "Int".""", "1:8 1:52"),
            ("""Variable "$b" of type "Int" used in position expecting type "ID".""", "1:20 1:60"),
            ("""Variable "$b" of type "Int" used in position expecting type "Float".""", "1:20 1:71"),
            ("""Variable "$b" of type "Int" used in position expecting type "[Int!]".""", "1:20 1:92"),
            ("""Variable "$c" of type "[Int]" used in position expecting type "[[Int]]".""", "1:29 1:102")
        );

    [Fact]
    public void Items_of_a_list_count_too() =>
        ExpectErrors<VariablesInAllowedPosition>(
            "query ($a: [Int], $b: Int, $c: String) { shelves(numbers: $a, grid: [$c]) s: shelves(numbers: [$b]) }",
            ("""Variable "$a" of type "[Int]" used in position expecting type "[Int!]".""", "1:8 1:59"),
            ("""Variable "$c" of type "String" used in position expecting type "[Int]".""", "1:28 1:70"),
            ("""Variable "$b" of type "Int" used in position expecting type "Int!".""", "1:19 1:96")
        );

    [Fact]
    public void Input_fields_count_too() =>
        ExpectErrors<VariablesInAllowedPosition>(
            "query ($a: Int, $b: String) { echo(years: {from: $a, to: $b}) }",
            ("""Variable "$a" of type "Int" used in position expecting type "Int!".""", "1:8 1:50"),
            ("""Variable "$b" of type "String" used in position expecting type "Int".""", "1:17 1:58")
        );

    [Fact]
    public void A_use_in_a_fragment_is_checked_for_each_operation() =>
        ExpectErrors<VariablesInAllowedPosition>(
            """
            query A($a: String) { ...F }
            query B($a: Int) { ...F }
            fragment F on Query { echo(int: $a) }
            """,
            ("""Variable "$a" of type "String" used in position expecting type "Int".""", "1:9 3:33")
        );

    /// <summary>Also in an item of type <c>WorkKey!</c>, which graphql-js 16 passes over.</summary>
    [Fact]
    public void A_nullable_variable_is_refused_in_a_one_of_object() =>
        ExpectErrors<VariablesInAllowedPosition>(
            "query ($a: ID, $b: String!) { works(keys: [{id: $a}, {title: $b}]) { id } x: works(filter: {key: {id: $a}}) { id } }",
            ("""Variable "$a" is of type "ID" but must be non-nullable to be used for OneOf Input Object "WorkKey".""", "1:8 1:49"),
            ("""Variable "$a" is of type "ID" but must be non-nullable to be used for OneOf Input Object "WorkKey".""", "1:8 1:103")
        );

    [Fact]
    public void Unknown_variables_and_types_are_reported_elsewhere() =>
        ExpectValid<VariablesInAllowedPosition>("query ($a: Nope) { sum(a: $a, b: $undefined, c: $a) }");

    [Fact]
    public void A_nullable_one_of_object_itself_may_be_a_variable() =>
        ExpectValid<VariablesInAllowedPosition>("query ($a: WorkKey!, $b: WorkKey) { works(keys: [$a], filter: {key: $b}) { id } }");

    [Fact]
    public void A_single_object_that_stands_for_a_list_is_a_one_of_object_too() =>
        ExpectErrors<VariablesInAllowedPosition>(
            "query ($a: ID) { works(keys: {id: $a}) { id } }",
            ("""Variable "$a" is of type "ID" but must be non-nullable to be used for OneOf Input Object "WorkKey".""", "1:8 1:35")
        );
}
