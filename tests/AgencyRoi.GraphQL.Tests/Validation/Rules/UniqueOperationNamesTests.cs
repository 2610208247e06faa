using AgencyRoi.GraphQL.Validation.Rules;
using static AgencyRoi.GraphQL.Tests.Validation.ValidationExpectations;

namespace AgencyRoi.GraphQL.Tests.Validation.Rules;

public sealed class UniqueOperationNamesTests
{
    [Fact]
    public void Operations_of_different_names_are_valid() =>
        ExpectValid<UniqueOperationNames>("query A { item { __typename } } mutation B { giveBack(id: 1) { days } }");

    [Fact]
    public void An_operation_and_a_fragment_may_share_a_name() =>
        ExpectValid<UniqueOperationNames>("query A { book { ...A } } fragment A on Book { title }");

    [Fact]
    public void A_name_is_used_twice() =>
        ExpectErrors<UniqueOperationNames>(
            """
            query A { item { __typename } }
            query A { book { title } }
            """,
            ("""There can be only one operation named "A".""", "1:7 2:7")
        );

    [Fact]
    public void A_name_is_shared_between_kinds_of_operations() =>
        ExpectErrors<UniqueOperationNames>(
            """
            query A { item { __typename } }
            mutation A { giveBack(id: 1) { days } }
            subscription A { returned { days } }
            """,
            ("""There can be only one operation named "A".""", "1:7 2:10"),
            ("""There can be only one operation named "A".""", "1:7 3:14")
        );
}
