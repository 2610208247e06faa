using AgencyRoi.GraphQL.Validation.Rules;
using static AgencyRoi.GraphQL.Tests.Validation.ValidationExpectations;

namespace AgencyRoi.GraphQL.Tests.Validation.Rules;

public sealed class UniqueFragmentNamesTests
{
    [Fact]
    public void Fragments_of_different_names_are_valid() =>
        ExpectValid<UniqueFragmentNames>(
            "{ book { ...A ...B ... on Book { id } ... on Book { id } } } fragment A on Book { id } fragment B on Book { id }"
        );

    [Fact]
    public void A_name_is_used_twice() =>
        ExpectErrors<UniqueFragmentNames>(
            """
            { book { ...A } }
            fragment A on Book { id }
            fragment A on Book { title }
            fragment A on Film { id }
            """,
            ("""There can be only one fragment named "A".""", "2:10 3:10"),
            ("""There can be only one fragment named "A".""", "2:10 4:10")
        );
}
