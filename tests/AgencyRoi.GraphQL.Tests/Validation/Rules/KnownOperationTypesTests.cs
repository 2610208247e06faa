using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.GraphQL.Validation;
using AgencyRoi.GraphQL.Validation.Rules;
using static AgencyRoi.GraphQL.Tests.Validation.ValidationExpectations;

namespace AgencyRoi.GraphQL.Tests.Validation.Rules;

public sealed class KnownOperationTypesTests
{
    [Fact]
    public void Operations_that_the_schema_has_are_valid() =>
        ExpectValid<KnownOperationTypes>(
            "query A { book { title } } mutation B { giveBack(id: 1) { days } } subscription C { lent { days } }"
        );

    [Fact]
    public void Operations_that_the_schema_lacks_are_refused_and_not_looked_into()
    {
        var schema = SchemaFromSdl.Build("type Query { a: Int }");

        var errors = Validator.Validate(schema, Parse("query A { a }\nmutation B { b }\nsubscription C { c }"), Unlimited);

        Assert.Equal(
            ["The mutation operation is not supported by the schema.", "The subscription operation is not supported by the schema."],
            errors.Select(error => error.Message)
        );
        Assert.Equal([2, 3], errors.Select(error => Assert.Single(error.Locations).Line));
    }
}
