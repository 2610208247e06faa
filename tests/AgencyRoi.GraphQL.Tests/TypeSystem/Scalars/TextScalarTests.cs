using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Tests.TypeSystem.Scalars;

/// <summary>The scalars that travel as strings: what each reads, writes and refuses.</summary>
public sealed class TextScalarTests
{
    public static TheoryData<string, string, object> RoundTrips =>
        new()
        {
            { "UUID", "123e4567-e89b-12d3-a456-426614174000", Guid.Parse("123e4567-e89b-12d3-a456-426614174000") },
            { "DateTime", "2024-01-02T00:00:00Z", new DateTimeOffset(2024, 1, 2, 0, 0, 0, TimeSpan.Zero) },
            {
                "DateTime",
                "2024-02-29T23:59:59.1234567+05:30",
                new DateTimeOffset(2024, 2, 29, 23, 59, 59, TimeSpan.FromHours(5.5)).AddTicks(1234567)
            },
            { "DateTime", "2024-01-02T00:00:00.5-01:00", new DateTimeOffset(2024, 1, 2, 0, 0, 0, 500, TimeSpan.FromHours(-1)) },
            { "LocalDate", "2024-02-29", new DateOnly(2024, 2, 29) },
            { "LocalDate", "0001-01-01", DateOnly.MinValue },
            { "LocalTime", "00:00:00", TimeOnly.MinValue },
            { "LocalTime", "23:59:59.9999999", TimeOnly.MaxValue },
            { "Duration", "PT0S", TimeSpan.Zero },
            { "Duration", "PT31S", TimeSpan.FromSeconds(31) },
            { "Duration", "P1DT2H3M4.5S", new TimeSpan(1, 2, 3, 4, 500) },
            { "Duration", "-P1D", TimeSpan.FromDays(-1) },
            { "Duration", "P10675199DT2H48M5.4775807S", TimeSpan.MaxValue },
            { "Duration", "-P10675199DT2H48M5.4775808S", TimeSpan.MinValue },
            { "URI", "https://example.com/a?b=c#d", new Uri("https://example.com/a?b=c#d") },
            { "URI", "urn:isbn:0451450523", new Uri("urn:isbn:0451450523") },
            { "Base64String", "", Array.Empty<byte>() },
            { "Base64String", "AQID", new byte[] { 1, 2, 3 } },
            { "Base64String", "/w==", new byte[] { 255 } },
        };

    [Theory]
    [MemberData(nameof(RoundTrips))]
    public void What_is_read_is_written_back(string scalarName, string text, object value)
    {
        var scalar = Scalar(scalarName);

        Assert.Equal(value, scalar.Read($"\"{text}\""));
        Assert.Equal(value, scalar.Read(new StringValueNode(text)));
        Assert.Equal($"\"{text}\"", scalar.Written(value));
        Assert.Equal(text, Assert.IsType<StringValueNode>(scalar.ToLiteral(value)).Value);
    }

    [Theory]
    [InlineData("DateTime", "2024-01-02T00:00:00.500Z", "\"2024-01-02T00:00:00.5Z\"")]
    [InlineData("DateTime", "2024-01-02T00:00:00+00:00", "\"2024-01-02T00:00:00Z\"")]
    [InlineData("UUID", "123E4567-E89B-12D3-A456-426614174000", "\"123e4567-e89b-12d3-a456-426614174000\"")]
    [InlineData("Duration", "P1W", "\"P7D\"")]
    [InlineData("Duration", "PT90M", "\"PT1H30M\"")]
    [InlineData("LocalTime", "18:30:00.50", "\"18:30:00.5\"")]
    public void Another_spelling_of_a_value_is_read_too(string scalarName, string text, string written)
    {
        var scalar = Scalar(scalarName);

        Assert.Equal(written, scalar.Written(scalar.Read(new StringValueNode(text))!));
    }

    [Theory]
    [InlineData("UUID", "123e4567e89b12d3a456426614174000")]
    [InlineData("UUID", "{123e4567-e89b-12d3-a456-426614174000}")]
    [InlineData("UUID", " 123e4567-e89b-12d3-a456-426614174000")]
    [InlineData("DateTime", "2024-01-02T00:00:00")]
    [InlineData("DateTime", "2024-01-02 00:00:00Z")]
    [InlineData("DateTime", "2024-01-02")]
    [InlineData("DateTime", "2023-02-29T00:00:00Z")]
    [InlineData("DateTime", "2024-01-02T00:00:00.Z")]
    [InlineData("DateTime", "2024-01-02T00:00:00.12345678Z")]
    [InlineData("DateTime", "2024-01-02T00:00:00+0100")]
    [InlineData("DateTime", "2024-01-02T00:00:00+1:00")]
    [InlineData("DateTime", "2024-01-02T00:00:00+15:00")]
    [InlineData("DateTime", "2024-01-02T24:00:00Z")]
    [InlineData("DateTime", "2024-01-02T23:59:60Z")]
    [InlineData("DateTime", "2024-01-02t00:00:00z")]
    [InlineData("DateTime", "2024-01-02T00:00:00+14:01")]
    [InlineData("DateTime", "2024-01-02T00:00Z")]
    [InlineData("DateTime", "0001-01-01T00:00:00+00:01")]
    [InlineData("DateTime", "9999-12-31T23:59:59-00:01")]
    [InlineData("DateTime", "10000-01-01T00:00:00Z")]
    [InlineData("LocalDate", "2023-02-29")]
    [InlineData("LocalDate", "2024-1-2")]
    [InlineData("LocalDate", "2024-01-02T00:00:00Z")]
    [InlineData("LocalTime", "24:00:00")]
    [InlineData("LocalTime", "12:00")]
    [InlineData("LocalTime", "12:00:00.")]
    [InlineData("LocalTime", "12:00:00Z")]
    [InlineData("Duration", "P")]
    [InlineData("Duration", "PT")]
    [InlineData("Duration", "P1DT")]
    [InlineData("Duration", "P1Y")]
    [InlineData("Duration", "P1M")]
    [InlineData("Duration", "1:00:00")]
    [InlineData("Duration", "PT1.5H")]
    [InlineData("Duration", "PT1S\n")]
    [InlineData("Duration", "P10675200D")]
    [InlineData("Duration", "P999999999999W")]
    [InlineData("URI", "/a/b")]
    [InlineData("URI", "example.com")]
    [InlineData("URI", "http://")]
    [InlineData("Base64String", "AQI")]
    [InlineData("Base64String", "AQ ID")]
    [InlineData("Base64String", "A-_=")]
    public void A_looser_spelling_is_refused(string scalarName, string text)
    {
        Assert.StartsWith(
            $"{scalarName} cannot represent a value that is not ",
            Scalar(scalarName).Refusal(new StringValueNode(text)),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("2024-01-02T00:00:00+01:00", "2024-01-01T23:00:00Z")]
    [InlineData("2024-01-02T00:00:00-00:00", "2024-01-02T00:00:00Z")]
    [InlineData("2024-12-31T23:30:00.25-14:00", "2025-01-01T13:30:00.25Z")]
    [InlineData("9999-12-31T23:59:59.9999999+14:00", "9999-12-31T09:59:59.9999999Z")]
    public void A_point_in_time_is_read_in_UTC_whatever_offset_it_is_written_with(string text, string utc)
    {
        var read = Assert.IsType<DateTimeOffset>(StandardScalars.DateTime.Read(new StringValueNode(text)));

        Assert.Equal(TimeSpan.Zero, read.Offset);
        Assert.Equal($"\"{utc}\"", StandardScalars.DateTime.Written(read));
    }

    [Fact]
    public void A_refusal_says_what_is_expected()
    {
        Assert.Equal(
            "LocalDate cannot represent a value that is not a date such as 2026-01-31: a string",
            StandardScalars.LocalDate.Refusal("\"31.1.2026\"")
        );
        Assert.Equal(
            "LocalDate cannot represent a value that is not a date such as 2026-01-31: a number",
            StandardScalars.LocalDate.Refusal("20260131")
        );
    }

    [Fact]
    public void A_dotnet_date_time_needs_a_kind_to_have_an_offset()
    {
        var utc = new DateTime(2024, 1, 2, 3, 4, 5, DateTimeKind.Utc);

        Assert.Equal("\"2024-01-02T03:04:05Z\"", StandardScalars.DateTime.Written(utc));
        Assert.Equal(
            "DateTime cannot represent a value of the .NET type DateTime: its kind is unspecified, so its offset is unknown.",
            StandardScalars.DateTime.WriteRefusal(DateTime.SpecifyKind(utc, DateTimeKind.Unspecified))
        );
        Assert.Equal("UUID cannot represent a value of the .NET type String.", StandardScalars.Uuid.WriteRefusal("no guid"));
    }

    private static ScalarType Scalar(string name) => StandardScalars.All.Single(scalar => scalar.Name == name);
}
