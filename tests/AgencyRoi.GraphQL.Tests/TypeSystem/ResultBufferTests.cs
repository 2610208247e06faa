using System.Text;
using System.Text.Json;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Tests.TypeSystem;

public sealed class ResultBufferTests
{
    [Theory]
    [InlineData("", "\"\"")]
    [InlineData("plain é 漢 😀", "\"plain é 漢 😀\"")]
    [InlineData("<a href='x'>&</a>", "\"<a href='x'>&</a>\"")]
    [InlineData("\"\\\n\r\t", "\"\\\"\\\\\\n\\r\\t\"")]
    [InlineData("\u0000\u0007\u001f", "\"\\u0000\\u0007\\u001f\"")]
    public void Strings_are_escaped_as_json_demands_and_no_more(string value, string expected)
    {
        Assert.Equal(expected, Written(output => output.WriteString(value)));
    }

    [Fact]
    public void A_lone_surrogate_becomes_the_replacement_character()
    {
        Assert.Equal("\"a\uFFFDb\"", Written(output => output.WriteString(['a', '\uD800', 'b'])));
    }

    [Fact]
    public void Every_character_reads_back_through_a_json_reader()
    {
        var all = new string([.. Enumerable.Range(0, 0xD800).Select(code => (char)code)]);

        var json = Written(output => output.WriteString(all));

        Assert.Equal(all, JsonElement.Parse(json).GetString());
    }

    [Fact]
    public void Numbers_have_their_shortest_or_exact_text()
    {
        Assert.Equal("-9223372036854775808", Written(output => output.WriteNumber(long.MinValue)));
        Assert.Equal("3.00", Written(output => output.WriteNumber(3.00m)));
        Assert.Equal("-0.0000000000000000000000000001", Written(output => output.WriteNumber(-0.0000000000000000000000000001m)));
        Assert.Equal("-1.7976931348623157E+308", Written(output => output.WriteNumber(double.MinValue)));
        Assert.Equal("0.1", Written(output => output.WriteNumber(0.1f)));
    }

    [Fact]
    public void It_grows_as_needed_and_can_be_cut_back()
    {
        var part = new string('x', 1000);

        var json = Written(output =>
        {
            output.WriteByte((byte)'[');
            output.WriteString(part);
            var length = output.Length;
            output.WriteRaw(","u8);
            output.WriteString(new string('y', 100_000));
            output.CutBackTo(length);
            output.WriteByte((byte)',');
            output.WriteNull();
            output.WriteByte((byte)',');
            output.WriteBoolean(true);
            output.WriteByte((byte)',');
            output.WriteQuoted(new DateOnly(2026, 1, 31), "O");
            output.WriteByte((byte)']');
        });

        Assert.Equal($"[\"{part}\",null,true,\"2026-01-31\"]", json);
    }

    [Fact]
    public void A_quoted_value_of_more_than_128_bytes_is_refused()
    {
        using var output = new ResultBuffer(16);

        Assert.Throws<ArgumentException>(() => output.WriteQuoted(System.Numerics.BigInteger.Pow(10, 5000)));
    }

    private static string Written(Action<ResultBuffer> write)
    {
        using var output = new ResultBuffer(16);
        write(output);
        return Encoding.UTF8.GetString(output.Written.Span);
    }
}
