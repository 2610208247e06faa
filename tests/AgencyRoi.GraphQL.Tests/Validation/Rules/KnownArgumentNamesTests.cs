using AgencyRoi.GraphQL.Validation.Rules;
using static AgencyRoi.GraphQL.Tests.Validation.ValidationExpectations;

namespace AgencyRoi.GraphQL.Tests.Validation.Rules;

public sealed class KnownArgumentNamesTests
{
    [Fact]
    public void Arguments_of_fields_and_directives_are_known() =>
        ExpectValid<KnownArgumentNames>(
            "{ sum(a: 1, b: 2) book { cover(height: 1, width: 2) @skip(if: true) } works(filter: {any: 1}) { id } }"
        );

    [Fact]
    public void Unknown_arguments_of_fields_are_refused() =>
        ExpectErrors<KnownArgumentNames>(
            "{ book { cover(depth: 1, height: 1) ... on Work { related(last: 1) { id } } } }",
            ("""Unknown argument "depth" on field "Book.cover".""", "1:16"),
            ("""Unknown argument "last" on field "Work.related".""", "1:59")
        );

    [Fact]
    public void Unknown_arguments_of_directives_are_refused() =>
        ExpectErrors<KnownArgumentNames>(
            "{ item @skip(unless: true) @onField(if: true) { __typename } }",
            ("""Unknown argument "unless" on directive "@skip".""", "1:14"),
            ("""Unknown argument "if" on directive "@onField".""", "1:37")
        );

    [Fact]
    public void Unknown_fields_and_directives_are_reported_elsewhere() =>
        ExpectValid<KnownArgumentNames>("{ nope(a: 1) item @nope(a: 1) { __typename } }");

    [Fact]
    public void Misspelt_arguments_are_suggested() =>
        ExpectMessages<KnownArgumentNames>(
            "{ book { cover(hight: 1) } item @skip(iff: true) { __typename } }",
            """Unknown argument "hight" on field "Book.cover". Did you mean "height" or "width"?""",
            """Unknown argument "iff" on directive "@skip". Did you mean "if"?"""
        );
}
