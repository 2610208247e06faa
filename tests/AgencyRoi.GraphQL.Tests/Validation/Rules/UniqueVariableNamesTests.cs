using AgencyRoi.GraphQL.Validation.Rules;
using static AgencyRoi.GraphQL.Tests.Validation.ValidationExpectations;

namespace AgencyRoi.GraphQL.Tests.Validation.Rules;

public sealed class UniqueVariableNamesTests
{
    [Fact]
    public void Operations_have_variables_of_their_own() =>
        ExpectValid<UniqueVariableNames>(
            "query A($a: Int, $b: Int) { item { __typename } } query B($a: String, $b: Int) { item { __typename } }"
        );

    [Fact]
    public void A_variable_is_defined_more_than_once() =>
        ExpectErrors<UniqueVariableNames>(
            """
            query A($x: Int, $x: Int, $y: Int, $x: String) { item { __typename } }
            query B($y: Int, $y: Int) { item { __typename } }
            """,
            ("""There can be only one variable named "$x".""", "1:10 1:19 1:37"),
            ("""There can be only one variable named "$y".""", "2:10 2:19")
        );
}
