using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Tests.TypeSystem.Scalars;

public sealed class IntegerScalarTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("-2147483648", int.MinValue)]
    public void Int_reads_literals_and_json_of_its_range(string digits, int expected)
    {
        Assert.Equal(expected, StandardScalars.Int.Read(new IntValueNode(digits)));
        Assert.Equal(expected, StandardScalars.Int.Read(digits));
    }

    [Theory]
    [InlineData("3.0", 3)]
    [InlineData("3e0", 3)]
    [InlineData("1.2e1", 12)]
    public void A_whole_json_number_is_an_integer_however_it_is_spelled(string json, int expected)
    {
        Assert.Equal(expected, StandardScalars.Int.Read(json));
    }

    [Theory]
    [InlineData("2147483648", "Int cannot represent non 32-bit signed integer value: a number")]
    [InlineData("-2147483649", "Int cannot represent non 32-bit signed integer value: a number")]
    [InlineData("1e400", "Int cannot represent non 32-bit signed integer value: a number")]
    [InlineData("1.5", "Int cannot represent non-integer value: a number")]
    [InlineData("\"1\"", "Int cannot represent non-integer value: a string")]
    [InlineData("true", "Int cannot represent non-integer value: a boolean")]
    [InlineData("[1]", "Int cannot represent non-integer value: a list")]
    [InlineData("{}", "Int cannot represent non-integer value: an object")]
    public void Int_refuses_other_json(string json, string problem)
    {
        Assert.Equal(problem, StandardScalars.Int.Refusal(json));
    }

    [Fact]
    public void Int_refuses_other_literals()
    {
        Assert.Equal("Int cannot represent non-integer value: a number", StandardScalars.Int.Refusal(new FloatValueNode("1.0")));
        Assert.Equal("Int cannot represent non-integer value: a string", StandardScalars.Int.Refusal(new StringValueNode("1")));
        Assert.Equal("Int cannot represent non-integer value: a name", StandardScalars.Int.Refusal(new EnumValueNode("ONE")));
        Assert.Equal(
            "Int cannot represent non 32-bit signed integer value: a number",
            StandardScalars.Int.Refusal(new IntValueNode("2147483648"))
        );
    }

    [Fact]
    public void Integers_of_every_dotnet_type_are_written_when_they_are_in_range()
    {
        object[] sevens = [7, 7L, (short)7, (byte)7, (sbyte)7, (ushort)7, 7u, 7ul, 7m, 7.0, 7f];

        Assert.All(sevens, seven => Assert.Equal("7", StandardScalars.Int.Written(seven)));
        Assert.Equal("-2147483648", StandardScalars.Int.Written(int.MinValue));
    }

    [Fact]
    public void What_is_out_of_range_or_no_integer_is_not_written()
    {
        Assert.Equal(
            "Int cannot represent a value of the .NET type Int64: it is out of range.",
            StandardScalars.Int.WriteRefusal(1L << 31)
        );
        Assert.Equal("Int cannot represent a value of the .NET type Double: it is not an integer.", StandardScalars.Int.WriteRefusal(1.5));
        Assert.Equal(
            "Int cannot represent a value of the .NET type Double: it is not an integer.",
            StandardScalars.Int.WriteRefusal(double.NaN)
        );
        Assert.Equal("Int cannot represent a value of the .NET type String: it is not an integer.", StandardScalars.Int.WriteRefusal("1"));
        Assert.Equal(
            "Long cannot represent a value of the .NET type UInt64: it is out of range.",
            StandardScalars.Long.WriteRefusal(ulong.MaxValue)
        );
    }

    [Fact]
    public void Long_keeps_what_a_double_would_lose()
    {
        Assert.Equal(long.MaxValue, StandardScalars.Long.Read("9223372036854775807"));
        Assert.Equal(long.MinValue, StandardScalars.Long.Read(new IntValueNode("-9223372036854775808")));
        Assert.Equal("9223372036854775807", StandardScalars.Long.Written(long.MaxValue));
        Assert.Equal(
            "Long cannot represent non 64-bit signed integer value: a number",
            StandardScalars.Long.Refusal("9223372036854775808")
        );
    }

    [Fact]
    public void Short_and_unsigned_byte_have_their_own_ranges()
    {
        Assert.Equal((short)-32768, StandardScalars.Short.Read("-32768"));
        Assert.Equal("Short cannot represent non 16-bit signed integer value: a number", StandardScalars.Short.Refusal("32768"));
        Assert.Equal((byte)255, StandardScalars.UnsignedByte.Read("255"));
        Assert.Equal(
            "UnsignedByte cannot represent non 8-bit unsigned integer value: a number",
            StandardScalars.UnsignedByte.Refusal(new IntValueNode("-1"))
        );
    }

    [Fact]
    public void A_default_value_is_an_int_literal()
    {
        Assert.Equal("-7", Assert.IsType<IntValueNode>(StandardScalars.Int.ToLiteral(-7)).Value);
    }
}
