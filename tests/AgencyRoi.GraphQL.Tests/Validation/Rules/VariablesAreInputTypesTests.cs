using AgencyRoi.GraphQL.Validation.Rules;
using static AgencyRoi.GraphQL.Tests.Validation.ValidationExpectations;

namespace AgencyRoi.GraphQL.Tests.Validation.Rules;

public sealed class VariablesAreInputTypesTests
{
    [Fact]
    public void Scalars_enums_and_input_objects_are_input_types() =>
        ExpectValid<VariablesAreInputTypes>("query ($a: Int, $b: [Binding!]!, $c: WorkFilter, $d: Day, $e: Nope) { item { __typename } }");

    [Fact]
    public void Output_types_are_refused() =>
        ExpectErrors<VariablesAreInputTypes>(
            "query ($a: Book, $b: [[Work!]]!, $c: Item) { item { __typename } }",
            ("""Variable "$a" cannot be non-input type "Book".""", "1:12"),
            ("""Variable "$b" cannot be non-input type "[[Work!]]!".""", "1:22"),
            ("""Variable "$c" cannot be non-input type "Item".""", "1:38")
        );
}
