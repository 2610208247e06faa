using AgencyRoi.GraphQL.Validation.Rules;
using static AgencyRoi.GraphQL.Tests.Validation.ValidationExpectations;

namespace AgencyRoi.GraphQL.Tests.Validation.Rules;

public sealed class UniqueInputFieldNamesTests
{
    [Fact]
    public void Different_fields_and_the_same_in_nested_objects_are_valid() =>
        ExpectValid<UniqueInputFieldNames>(
            """{ works(filter: {titleContains: "a", and: [{titleContains: "b"}, {titleContains: "c"}]}) { id } }"""
        );

    [Fact]
    public void A_field_is_given_more_than_once() =>
        ExpectErrors<UniqueInputFieldNames>(
            "{ echo(years: {from: 1, from: 2, to: 3, from: 4}) works(filter: {and: [{years: {from: 1, from: 2}}]}) { id } }",
            ("""There can be only one input field named "from".""", "1:16 1:25"),
            ("""There can be only one input field named "from".""", "1:16 1:41"),
            ("""There can be only one input field named "from".""", "1:81 1:90")
        );
}
