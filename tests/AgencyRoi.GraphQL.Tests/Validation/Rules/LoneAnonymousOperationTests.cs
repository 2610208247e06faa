using AgencyRoi.GraphQL.Validation.Rules;
using static AgencyRoi.GraphQL.Tests.Validation.ValidationExpectations;

namespace AgencyRoi.GraphQL.Tests.Validation.Rules;

public sealed class LoneAnonymousOperationTests
{
    [Fact]
    public void One_anonymous_operation_is_valid() => ExpectValid<LoneAnonymousOperation>("{ book { title } }");

    [Fact]
    public void Fragments_beside_it_do_not_count() => ExpectValid<LoneAnonymousOperation>("{ book { ...F } } fragment F on Book { title }");

    [Fact]
    public void Two_anonymous_operations_are_both_refused() =>
        ExpectErrors<LoneAnonymousOperation>(
            """
            { book { title } }
            { book { pages } }
            """,
            ("This anonymous operation must be the only defined operation.", "1:1"),
            ("This anonymous operation must be the only defined operation.", "2:1")
        );

    [Fact]
    public void An_anonymous_operation_beside_a_named_one_is_refused() =>
        ExpectErrors<LoneAnonymousOperation>(
            """
            query A { book { title } }
            mutation { giveBack(id: 1) { days } }
            """,
            ("This anonymous operation must be the only defined operation.", "2:1")
        );
}
