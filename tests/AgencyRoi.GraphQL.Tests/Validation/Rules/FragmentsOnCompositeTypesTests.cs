using AgencyRoi.GraphQL.Validation.Rules;
using static AgencyRoi.GraphQL.Tests.Validation.ValidationExpectations;

namespace AgencyRoi.GraphQL.Tests.Validation.Rules;

public sealed class FragmentsOnCompositeTypesTests
{
    [Fact]
    public void Object_interface_and_union_have_fields() =>
        ExpectValid<FragmentsOnCompositeTypes>(
            "{ item { ... on Item { ... on Work { ... on Book { title } } } ... { __typename } } } fragment A on Item { __typename } fragment B on Node { id }"
        );

    [Fact]
    public void An_inline_fragment_on_a_scalar_is_refused() =>
        ExpectErrors<FragmentsOnCompositeTypes>(
            "{ book { ... on Int { id } } }",
            ("""Fragment cannot condition on non composite type "Int".""", "1:17")
        );

    [Fact]
    public void Fragments_on_enum_scalar_and_input_are_refused() =>
        ExpectErrors<FragmentsOnCompositeTypes>(
            """
            fragment A on Binding { id }
            fragment B on Day { id }
            fragment C on WorkFilter { id }
            """,
            ("""Fragment "A" cannot condition on non composite type "Binding".""", "1:15"),
            ("""Fragment "B" cannot condition on non composite type "Day".""", "2:15"),
            ("""Fragment "C" cannot condition on non composite type "WorkFilter".""", "3:15")
        );

    [Fact]
    public void An_unknown_type_is_reported_elsewhere() => ExpectValid<FragmentsOnCompositeTypes>("{ item { ... on Nope { id } } }");
}
