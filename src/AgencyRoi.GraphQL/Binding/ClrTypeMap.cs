using System.Linq.Expressions;
using System.Text.Json;
using AgencyRoi.GraphQL.Binding.Relay;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Binding;

/// <summary>Which scalar stands for a .NET type, and how its runtime value becomes that type and back.</summary>
internal sealed class ClrTypeMap(RequestExecutorBuilder settings)
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

    private readonly Dictionary<Type, ScalarType> ownScalars = [];

    public ScalarType? Find(Type type)
    {
        if (settings.BoundScalars.TryGetValue(type, out var bound))
            return bound;
        if (typeof(ScalarType).IsAssignableFrom(type))
            return OwnScalar(type);
        return Standard.GetValueOrDefault(type);
    }

    public bool IsScalar(Type type) => Find(type) is not null;

    public string? ScalarName(Type type) => Find(type)?.Name;

    /// <summary>Runtime value to <paramref name="type"/>; null when they are the same.</summary>
    public Func<object, object?>? FromScalar(ScalarType scalar, Type type)
    {
        if (scalar.RuntimeType is not { } runtime || type.IsAssignableFrom(runtime) || typeof(ScalarType).IsAssignableFrom(type))
            return null;
        if (settings.Converters.TryGetValue((runtime, type), out var convert))
            return Untyped(convert, runtime);
        if (type == typeof(DateTime))
            return value => value is DateTimeOffset moment ? moment.UtcDateTime : value;
        if (type == typeof(float))
            return value => Convert.ToSingle(value, System.Globalization.CultureInfo.InvariantCulture);
        throw new BindingException($"{type} is bound to {scalar}, but there is no converter from {runtime} (AddTypeConverter)");
    }

    /// <summary>A value of <paramref name="type"/> to what the scalar writes; null when the scalar writes it as it is.</summary>
    public Func<object, object?>? ToScalar(ScalarType scalar, Type type)
    {
        if (scalar.RuntimeType is not { } runtime || !settings.Converters.TryGetValue((type, runtime), out var convert))
            return null;
        return Untyped(convert, type);
    }

    private ScalarType OwnScalar(Type type)
    {
        if (!ownScalars.TryGetValue(type, out var scalar))
            ownScalars[type] = scalar = (ScalarType)Activator.CreateInstance(type)!;
        return scalar;
    }

    private static Func<object, object?> Untyped(Delegate convert, Type from)
    {
        var value = Expression.Parameter(typeof(object));
        var call = Expression.Invoke(Expression.Constant(convert), Expression.Convert(value, from));
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(call, typeof(object)), value).Compile();
    }
}
