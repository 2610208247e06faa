using AgencyRoi.GraphQL.Validation.Rules;
using static AgencyRoi.GraphQL.Tests.Validation.ValidationExpectations;

namespace AgencyRoi.GraphQL.Tests.Validation.Rules;

public sealed class UniqueArgumentNamesTests
{
    [Fact]
    public void Different_arguments_and_the_same_on_different_fields_are_valid() =>
        ExpectValid<UniqueArgumentNames>("{ sum(a: 1, b: 2) x: sum(a: 1, b: 2) @skip(if: true) @include(if: true) }");

    [Fact]
    public void An_argument_is_given_more_than_once() =>
        ExpectErrors<UniqueArgumentNames>(
            "{ sum(a: 1, b: 2, a: 3, a: 4, b: 5) item @skip(if: true, if: false) { __typename } }",
            ("""There can be only one argument named "a".""", "1:7 1:19 1:25"),
            ("""There can be only one argument named "b".""", "1:13 1:31"),
            ("""There can be only one argument named "if".""", "1:48 1:58")
        );
}
