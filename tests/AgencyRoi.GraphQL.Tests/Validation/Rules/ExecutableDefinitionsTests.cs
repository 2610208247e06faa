using AgencyRoi.GraphQL.Validation.Rules;
using static AgencyRoi.GraphQL.Tests.Validation.ValidationExpectations;

namespace AgencyRoi.GraphQL.Tests.Validation.Rules;

public sealed class ExecutableDefinitionsTests
{
    [Fact]
    public void Operations_and_fragments_are_executable() =>
        ExpectValid<ExecutableDefinitions>("query A { book { ...Shown } } fragment Shown on Book { title }");

    [Fact]
    public void A_type_definition_is_refused() =>
        ExpectErrors<ExecutableDefinitions>(
            """
            { book { title } }

            type Dog { name: String }

            extend type Book { colour: String }
            """,
            ("""The "Dog" definition is not executable.""", "3:1"),
            ("""The "Book" definition is not executable.""", "5:1")
        );

    [Fact]
    public void A_schema_and_a_directive_definition_are_refused() =>
        ExpectErrors<ExecutableDefinitions>(
            """
            { item { __typename } }
            schema { query: Query }
            directive @new on FIELD
            extend schema @onQuery
            """,
            ("The schema definition is not executable.", "2:1"),
            ("""The "new" definition is not executable.""", "3:1"),
            ("The schema definition is not executable.", "4:1")
        );
}
