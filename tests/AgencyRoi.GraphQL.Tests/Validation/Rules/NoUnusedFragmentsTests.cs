using AgencyRoi.GraphQL.Validation.Rules;
using static AgencyRoi.GraphQL.Tests.Validation.ValidationExpectations;

namespace AgencyRoi.GraphQL.Tests.Validation.Rules;

public sealed class NoUnusedFragmentsTests
{
    [Fact]
    public void Fragments_used_directly_or_through_others_are_valid() =>
        ExpectValid<NoUnusedFragments>(
            "{ book { ...A } } query B { item { ...C } } fragment A on Book { ...D } fragment C on Film { id } fragment D on Book { id }"
        );

    [Fact]
    public void A_fragment_that_no_operation_reaches_is_refused() =>
        ExpectErrors<NoUnusedFragments>(
            """
            { book { ...A } }
            fragment A on Book { id }
            fragment B on Book { ...C }
            fragment C on Book { ...B }
            """,
            ("""Fragment "B" is never used.""", "3:1"),
            ("""Fragment "C" is never used.""", "4:1")
        );

    [Fact]
    public void A_document_of_fragments_alone_uses_none() =>
        ExpectErrors<NoUnusedFragments>("fragment A on Book { id }", ("""Fragment "A" is never used.""", "1:1"));
}
