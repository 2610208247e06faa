using AgencyRoi.GraphQL.Validation.Rules;
using static AgencyRoi.GraphQL.Tests.Validation.ValidationExpectations;

namespace AgencyRoi.GraphQL.Tests.Validation.Rules;

public sealed class NoFragmentCyclesTests
{
    [Fact]
    public void A_fragment_may_be_spread_twice() =>
        ExpectValid<NoFragmentCycles>(
            "{ book { ...A ...B } } fragment A on Book { ...C ...C } fragment B on Book { ...C } fragment C on Book { id }"
        );

    [Fact]
    public void Spreading_an_unknown_fragment_is_no_cycle() => ExpectValid<NoFragmentCycles>("fragment A on Book { ...Nope }");

    [Fact]
    public void A_fragment_spreads_itself() =>
        ExpectErrors<NoFragmentCycles>("fragment A on Book { sequel { ...A } }", ("""Cannot spread fragment "A" within itself.""", "1:31"));

    [Fact]
    public void A_fragment_spreads_itself_in_an_inline_fragment() =>
        ExpectErrors<NoFragmentCycles>(
            "fragment A on Item { ... on Book { ...A } }",
            ("""Cannot spread fragment "A" within itself.""", "1:36")
        );

    [Fact]
    public void A_cycle_through_others_names_its_way() =>
        ExpectErrors<NoFragmentCycles>(
            """
            fragment A on Book { ...B }
            fragment B on Book { ...C }
            fragment C on Book { ...A }
            """,
            ("""Cannot spread fragment "A" within itself via "B", "C".""", "1:22 2:22 3:22")
        );

    [Fact]
    public void Two_cycles_through_one_fragment_are_two_errors() =>
        ExpectErrors<NoFragmentCycles>(
            """
            fragment A on Book { ...B ...C }
            fragment B on Book { ...A }
            fragment C on Book { ...A ...B }
            """,
            ("""Cannot spread fragment "A" within itself via "B".""", "1:22 2:22"),
            ("""Cannot spread fragment "A" within itself via "C".""", "1:27 3:22")
        );
}
