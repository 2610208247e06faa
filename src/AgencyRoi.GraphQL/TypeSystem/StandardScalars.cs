using System.Text.Json;
using AgencyRoi.GraphQL.TypeSystem.Scalars;

namespace AgencyRoi.GraphQL.TypeSystem;

/// <summary>
/// The scalars of the specification, and the ones that .NET types need beyond them under the names HotChocolate gave them.
/// They hold no state and belong to every schema.
/// </summary>
public static class StandardScalars
{
    public static ScalarType Int { get; } =
        new IntegerScalar<int>("Int", "32-bit signed integer", "A whole number between -(2^31) and 2^31 - 1.");
    public static ScalarType Float { get; } = new FloatScalar();
    public static ScalarType String { get; } = new StringScalar();
    public static ScalarType Boolean { get; } = new BooleanScalar();

    /// <summary>Its runtime value is the string as received.</summary>
    public static ScalarType ID { get; } = new IdScalar();

    public static ScalarType Long { get; } =
        new IntegerScalar<long>("Long", "64-bit signed integer", "A whole number between -(2^63) and 2^63 - 1.");
    public static ScalarType Short { get; } =
        new IntegerScalar<short>("Short", "16-bit signed integer", "A whole number between -32768 and 32767.");
    public static ScalarType UnsignedByte { get; } =
        new IntegerScalar<byte>("UnsignedByte", "8-bit unsigned integer", "A whole number between 0 and 255.");
    public static ScalarType Decimal { get; } = new DecimalScalar();
    public static ScalarType Uuid { get; } = new UuidScalar();

    /// <summary>Its runtime value is a <see cref="DateTimeOffset"/>; a <see cref="System.DateTime"/> of a known kind is written too.</summary>
    public static ScalarType DateTime { get; } = new DateTimeScalar();

    public static ScalarType LocalDate { get; } = new LocalDateScalar();
    public static ScalarType LocalTime { get; } = new LocalTimeScalar();
    public static ScalarType Duration { get; } = new DurationScalar();
    public static ScalarType Uri { get; } = new UriScalar();
    public static ScalarType Base64String { get; } = new Base64StringScalar();

    /// <summary>Its runtime value is a <see cref="JsonElement"/> that owns its memory.</summary>
    public static ScalarType Any { get; } = new AnyScalar();

    /// <summary>https://spec.graphql.org/September2025/#sec-Scalars.Built-in-Scalars</summary>
    public static IReadOnlyList<ScalarType> BuiltIn { get; } = [Int, Float, String, Boolean, ID];

    /// <summary>The built-in ones and the further ones.</summary>
    public static IReadOnlyList<ScalarType> All { get; } =
    [.. BuiltIn, Long, Short, UnsignedByte, Decimal, Uuid, DateTime, LocalDate, LocalTime, Duration, Uri, Base64String, Any];

    public static bool IsBuiltIn(string name) => name is "Int" or "Float" or "String" or "Boolean" or "ID";
}
