using AgencyRoi.GraphQL.Validation.Rules;
using static AgencyRoi.GraphQL.Tests.Validation.ValidationExpectations;

namespace AgencyRoi.GraphQL.Tests.Validation.Rules;

public sealed class KnownFragmentNamesTests
{
    [Fact]
    public void Fragments_of_the_document_are_known() =>
        ExpectValid<KnownFragmentNames>("{ book { ...A ... on Book { ...B } } } fragment A on Book { ...B } fragment B on Book { id }");

    [Fact]
    public void Unknown_fragments_are_refused_wherever_they_are_spread() =>
        ExpectErrors<KnownFragmentNames>(
            """
            { book { ...U1 ... on Book { ...U2 } } }
            fragment A on Book { id ...U3 }
            """,
            ("""Unknown fragment "U1".""", "1:13"),
            ("""Unknown fragment "U2".""", "1:33"),
            ("""Unknown fragment "U3".""", "2:28")
        );
}
