using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Tests.TypeSystem.Scalars;

public sealed class FloatScalarTests
{
    [Theory]
    [InlineData("1", 1.0)]
    [InlineData("-1.5", -1.5)]
    [InlineData("1e3", 1000.0)]
    [InlineData("123456789012345678", 123456789012345680.0)]
    public void Numbers_are_read_from_json_and_literals(string number, double expected)
    {
        Assert.Equal(expected, StandardScalars.Float.Read(number));
        Assert.Equal(expected, StandardScalars.Float.Read(ScalarCase.Literal(number)));
    }

    [Theory]
    [InlineData("\"1.5\"", "Float cannot represent non numeric value: a string")]
    [InlineData("true", "Float cannot represent non numeric value: a boolean")]
    [InlineData("1e999", "Float cannot represent non-finite value: a number")]
    [InlineData("[1.5]", "Float cannot represent non numeric value: a list")]
    public void Everything_else_is_refused(string json, string problem)
    {
        Assert.Equal(problem, StandardScalars.Float.Refusal(json));
        Assert.Equal(problem, StandardScalars.Float.Refusal(ScalarCase.Literal(json)));
    }

    [Fact]
    public void Numbers_are_written_with_their_shortest_text()
    {
        Assert.Equal("0.1", StandardScalars.Float.Written(0.1));
        Assert.Equal("0.1", StandardScalars.Float.Written(0.1f));
        Assert.Equal("3", StandardScalars.Float.Written(3));
        Assert.Equal("2.5", StandardScalars.Float.Written(2.5m));
        Assert.Equal("1E+300", StandardScalars.Float.Written(1e300));
    }

    [Fact]
    public void What_json_has_no_number_for_is_not_written()
    {
        Assert.Equal(
            "Float cannot represent a value of the .NET type Double: it is not finite.",
            StandardScalars.Float.WriteRefusal(double.NaN)
        );
        Assert.Equal(
            "Float cannot represent a value of the .NET type Single: it is not finite.",
            StandardScalars.Float.WriteRefusal(float.PositiveInfinity)
        );
        Assert.Equal(
            "Float cannot represent a value of the .NET type String: it is not a number.",
            StandardScalars.Float.WriteRefusal("1")
        );
    }

    [Fact]
    public void A_whole_default_value_is_an_int_literal()
    {
        Assert.Equal("2", Assert.IsType<IntValueNode>(StandardScalars.Float.ToLiteral(2.0)).Value);
        Assert.Equal("0.1", Assert.IsType<FloatValueNode>(StandardScalars.Float.ToLiteral(0.1f)).Value);
    }
}
