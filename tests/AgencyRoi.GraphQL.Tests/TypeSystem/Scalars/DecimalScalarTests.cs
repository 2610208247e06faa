using System.Globalization;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Tests.TypeSystem.Scalars;

public sealed class DecimalScalarTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0.00", "0.00")]
    [InlineData("12.50", "12.50")]
    [InlineData("0.1", "0.1")]
    [InlineData("1e3", "1000")]
    [InlineData("1.5E-3", "0.0015")]
    [InlineData("1234567890123456789012345678", "1234567890123456789012345678")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [InlineData("123456789012345678901234567.8", "123456789012345678901234567.8")]
    public void Numbers_are_read_exactly_and_keep_their_scale(string number, string expected)
    {
        var fromJson = Assert.IsType<decimal>(StandardScalars.Decimal.Read(number));
        var fromLiteral = Assert.IsType<decimal>(StandardScalars.Decimal.Read(ScalarCase.Literal(number)));

        Assert.Equal(expected, fromJson.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(fromJson, fromLiteral);
    }

    [Theory]
    [InlineData("12345678901234567890123456789")]
    [InlineData("0.00000000000000000000000000001")]
    [InlineData("1234567890123456789012345678.9")]
    [InlineData("1e-29")]
    [InlineData("1e28")]
    [InlineData("0.01e30")]
    [InlineData("1e29")]
    [InlineData("1e99999999999999")]
    [InlineData("1e-2147483648")]
    public void A_number_that_would_be_rounded_is_refused(string number)
    {
        Assert.Equal("Decimal cannot represent a number of more than 28 digits: a number", StandardScalars.Decimal.Refusal(number));
        Assert.Equal(
            "Decimal cannot represent a number of more than 28 digits: a number",
            StandardScalars.Decimal.Refusal(ScalarCase.Literal(number))
        );
    }

    [Theory]
    [InlineData("12.50", "12.50")]
    [InlineData("-0.00", "0.00")]
    [InlineData("1E+3", "1000")]
    [InlineData("123456789012345678901234567.8", "123456789012345678901234567.8")]
    public void A_variable_may_bring_it_as_a_string_of_the_same_characters(string number, string expected) =>
        Assert.Equal(
            expected,
            Assert.IsType<decimal>(StandardScalars.Decimal.Read($"\"{number}\"")).ToString(CultureInfo.InvariantCulture)
        );

    [Theory]
    [InlineData("")]
    [InlineData(" 1.5")]
    [InlineData("1.5\\n")]
    [InlineData("1,5")]
    [InlineData("1_000")]
    [InlineData(".5")]
    [InlineData("1.")]
    [InlineData("+1")]
    [InlineData("01")]
    [InlineData("0x10")]
    [InlineData("NaN")]
    [InlineData("\u0661")]
    public void No_other_string_is_a_decimal(string text) =>
        Assert.Equal("Decimal cannot represent non numeric value: a string", StandardScalars.Decimal.Refusal($"\"{text}\""));

    [Fact]
    public void A_string_with_too_many_digits_is_refused_as_the_number_would_be() =>
        Assert.Equal("Decimal cannot represent a number of more than 28 digits: a string", StandardScalars.Decimal.Refusal("\"1e28\""));

    [Fact]
    public void In_a_document_a_string_is_no_decimal() =>
        Assert.Equal("Decimal cannot represent non numeric value: a string", StandardScalars.Decimal.Refusal(new StringValueNode("1.5")));

    [Fact]
    public void Where_decimals_are_strings_it_is_written_between_quotation_marks()
    {
        using var output = new ResultBuffer { DecimalsAsStrings = true };

        StandardScalars.Decimal.Write(3.0m, output);
        output.WriteNumber(4.0m);

        Assert.Equal("\"3.0\"4.0", System.Text.Encoding.UTF8.GetString(output.Written.Span));
    }

    [Fact]
    public void It_is_written_as_a_json_number_with_its_scale()
    {
        Assert.Equal("3.0", StandardScalars.Decimal.Written(3.0m));
        Assert.Equal("-79228162514264337593543950335", StandardScalars.Decimal.Written(decimal.MinValue));
        Assert.Equal("7", StandardScalars.Decimal.Written(7));
        Assert.Equal(
            "Decimal cannot represent a value of the .NET type Double: it is not an exact number.",
            StandardScalars.Decimal.WriteRefusal(0.1)
        );
        Assert.Equal("12.50", Assert.IsType<FloatValueNode>(StandardScalars.Decimal.ToLiteral(12.50m)).Value);
    }
}
