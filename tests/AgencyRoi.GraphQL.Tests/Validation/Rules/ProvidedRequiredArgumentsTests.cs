using AgencyRoi.GraphQL.Validation.Rules;
using static AgencyRoi.GraphQL.Tests.Validation.ValidationExpectations;

namespace AgencyRoi.GraphQL.Tests.Validation.Rules;

public sealed class ProvidedRequiredArgumentsTests
{
    [Fact]
    public void Required_arguments_are_given_and_optional_ones_may_be_absent() =>
        ExpectValid<ProvidedRequiredArguments>(
            """{ sum(b: 1, a: null) book { cover(height: 1) related { id } } works { id } item @tag(name: "x") { __typename } }"""
        );

    [Fact]
    public void Missing_arguments_of_fields_are_refused() =>
        ExpectErrors<ProvidedRequiredArguments>(
            "{ sum b: sum(a: 1) book { cover(width: 1) } }",
            ("""Field "sum" argument "a" of type "Int!" is required, but it was not provided.""", "1:3"),
            ("""Field "sum" argument "b" of type "Int!" is required, but it was not provided.""", "1:3"),
            ("""Field "sum" argument "b" of type "Int!" is required, but it was not provided.""", "1:7"),
            ("""Field "cover" argument "height" of type "Int!" is required, but it was not provided.""", "1:27")
        );

    [Fact]
    public void Missing_arguments_of_directives_are_refused() =>
        ExpectErrors<ProvidedRequiredArguments>(
            "{ item @skip @include(unless: true) @tag(weight: 1) { __typename } }",
            ("""Directive "@skip" argument "if" of type "Boolean!" is required, but it was not provided.""", "1:8"),
            ("""Directive "@include" argument "if" of type "Boolean!" is required, but it was not provided.""", "1:14"),
            ("""Directive "@tag" argument "name" of type "String!" is required, but it was not provided.""", "1:37")
        );

    [Fact]
    public void Unknown_fields_and_directives_are_reported_elsewhere() =>
        ExpectValid<ProvidedRequiredArguments>("{ nope item @nope { __typename } }");
}
