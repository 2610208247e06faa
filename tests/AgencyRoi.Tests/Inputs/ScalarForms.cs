using System.Text.Json.Nodes;
using AgencyRoi.GraphQL.Binding.Relay;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.Tests.Inputs;

/// <summary>
/// How each scalar may be written at the edges of its format: forms that it takes and forms just outside of it.
/// </summary>
internal static class ScalarForms
{
    /// <summary>Forms that the scalar takes. A rule of the place may still refuse the value.</summary>
    public static JsonNode?[] Legal(NamedType scalar) =>
        scalar.Name switch
        {
            "DateTime" =>
            [
                "2026-01-31T18:30:00+01:00",
                "2024-02-29T23:59:59.1234567-14:00",
                "0001-01-01T00:00:00Z",
                "9999-12-31T23:59:59.9999999Z",
                "0001-01-01T14:00:00+14:00",
                "2026-01-31T18:30:00-00:00",
            ],
            "LocalDate" => ["9999-12-31", "0001-01-01", "2024-02-29", "1900-01-01", "2200-12-31", "0001-01-02"],
            "Decimal" =>
            [
                .. Raw(
                    "9999999999999999999999999999",
                    "-9999999999999999999999999999",
                    "0.0000000000000000000000000001",
                    "-1e-28",
                    "-0.0",
                    "1E+2",
                    "1e27",
                    "1.5000000000000000000000000000000000",
                    "12345678901234.12345678901234"
                ),
                "1.5",
                "-1E-28",
            ],
            "Long" => Raw("9223372036854775807", "-9223372036854775808", "-0", "1e3", "1.0"),
            "Int" => Raw("2147483647", "-2147483648", "-0", "1e3", "1.0"),
            "Short" => Raw("32767", "-32768", "-0", "1e3", "1.0"),
            "Boolean" => [false, true],
            "String" =>
            [
                "\0",
                "",
                " \t\r\n",
                "%_\\'\"; --",
                "\u0001\u001F\u007F\u0085",
                "\u202E\uFEFF\uFFFF\u2028 🏳️‍🌈",
                new string('é', 10_000),
                "a\0b",
            ],
            "ID" =>
            [
                "\0",
                "",
                GlobalId.Format("Client", Guid.Empty),
                GlobalId.Format("Client", "\0"),
                GlobalId.Format("Nothing", Guid.AllBitsSet),
                new string('A', 10_000),
                .. Raw("-0", "123456789012345678901234567890"),
            ],
            _ => throw new NotSupportedException($"No forms of the scalar {scalar} are known."),
        };

    /// <summary>Forms that the scalar refuses.</summary>
    public static JsonNode?[] Illegal(NamedType scalar) =>
        scalar.Name switch
        {
            "DateTime" =>
            [
                "2016-12-31T23:59:60Z",
                "2026-01-31t18:30:00z",
                "2026-02-29T00:00:00Z",
                "2026-01-31T18:30:00.12345678Z",
                "0001-01-01T00:00:00+00:01",
                "2026-01-31",
                "",
                .. Raw("1769884200"),
            ],
            "LocalDate" => ["2023-02-29", "0000-01-01", "10000-01-01", "2024-2-9", "2024-02-09\0", "", .. Raw("20240209")],
            "Decimal" =>
            [
                .. Raw("1e28", "10000000000000000000000000000", "1e-29", "1e99999", "1e-99999999999"),
                "1,5",
                " 1.5",
                ".5",
                "1e28",
                "",
            ],
            "Long" => [.. Raw("9223372036854775808", "-9223372036854775809", "1.5", "1e400"), "1"],
            "Int" => [.. Raw("2147483648", "-2147483649", "1.5", "1e400"), "1"],
            "Short" => [.. Raw("32768", "-32769", "1.5", "1e400"), "1"],
            "Boolean" => ["true", .. Raw("1")],
            "String" => [.. Raw("1", "true", "{}")],
            "ID" => [.. Raw("1.5", "true", "{}")],
            _ => throw new NotSupportedException($"No forms of the scalar {scalar} are known."),
        };

    // Numbers as they are written, which no .NET number keeps.
    private static JsonNode?[] Raw(params string[] values) => [.. values.Select(value => JsonNode.Parse(value))];
}
