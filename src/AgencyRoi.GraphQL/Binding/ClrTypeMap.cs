using System.Globalization;
using System.Text.Json;
using AgencyRoi.GraphQL.Binding.Relay;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Binding;

/// <summary>Which scalar stands for a .NET type, and how its runtime value becomes that type.</summary>
internal static class ClrTypeMap
{
    private static readonly Dictionary<Type, ScalarType> Standard = new()
    {
        [typeof(string)] = StandardScalars.String,
        [typeof(bool)] = StandardScalars.Boolean,
        [typeof(int)] = StandardScalars.Int,
        [typeof(long)] = StandardScalars.Long,
        [typeof(short)] = StandardScalars.Short,
        [typeof(byte)] = StandardScalars.UnsignedByte,
        [typeof(double)] = StandardScalars.Float,
        [typeof(float)] = StandardScalars.Float,
        [typeof(decimal)] = StandardScalars.Decimal,
        [typeof(Guid)] = StandardScalars.Uuid,
        [typeof(DateTimeOffset)] = StandardScalars.DateTime,
        [typeof(DateTime)] = StandardScalars.DateTime,
        [typeof(DateOnly)] = StandardScalars.LocalDate,
        [typeof(TimeOnly)] = StandardScalars.LocalTime,
        [typeof(TimeSpan)] = StandardScalars.Duration,
        [typeof(Uri)] = StandardScalars.Uri,
        [typeof(byte[])] = StandardScalars.Base64String,
        [typeof(JsonElement)] = StandardScalars.Any,
        [typeof(object)] = StandardScalars.Any,
        [typeof(GlobalId)] = StandardScalars.ID,
    };

    public static ScalarType? Find(Type type) => Standard.GetValueOrDefault(type) ?? (GuidKeys.Are(type) ? StandardScalars.Uuid : null);

    public static bool IsScalar(Type type) => Find(type) is not null;

    public static string? ScalarName(Type type) => Find(type)?.Name;

    /// <summary>The scalar's runtime value to <paramref name="type"/>; null when they are the same.</summary>
    public static Func<object, object?>? FromScalar(Type type) =>
        type == typeof(DateTime) ? static value => value is DateTimeOffset moment ? moment.UtcDateTime : value
        : GuidKeys.Are(type) ? FromGuid(GuidKeys.Maker(type))
        : type == typeof(float) ? static value => Convert.ToSingle(value, CultureInfo.InvariantCulture)
        : null;

    private static Func<object, object?> FromGuid(Func<Guid, object> make) => value => value is Guid id ? make(id) : value;
}
