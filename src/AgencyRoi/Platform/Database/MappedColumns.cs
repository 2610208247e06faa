using System.Linq.Expressions;
using System.Reflection;
using AgencyRoi.Platform.Database.Mapping;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using NpgsqlTypes;

namespace AgencyRoi.Platform.Database;

/// <summary>The columns of an entity as its mapping has them, to be sent as arrays: a table is described once. Compiled once for each entity.</summary>
internal static class MappedColumns
{
    private const string Key = "AgencyRoi:Columns";

    private static readonly Dictionary<string, NpgsqlDbType> Types = new()
    {
        ["bigint"] = NpgsqlDbType.Bigint,
        ["boolean"] = NpgsqlDbType.Boolean,
        ["date"] = NpgsqlDbType.Date,
        ["integer"] = NpgsqlDbType.Integer,
        ["jsonb"] = NpgsqlDbType.Jsonb,
        ["numeric"] = NpgsqlDbType.Numeric,
        ["text"] = NpgsqlDbType.Text,
        ["timestamp with time zone"] = NpgsqlDbType.TimestampTz,
        ["uuid"] = NpgsqlDbType.Uuid,
    };

    /// <summary>All but the agency's.</summary>
    public static RowColumns<T> Of<T>(IEntityType entity)
        where T : class =>
        entity.GetOrAddRuntimeAnnotationValue(Key, static mapped => new RowColumns<T>([.. ColumnsOf<T>(mapped!)]), entity); // what follows it

    private static IEnumerable<RowColumn<T>> ColumnsOf<T>(IEntityType entity)
    {
        if (entity.GetComplexProperties().Any())
            throw new InvalidOperationException($"{entity.Name} has values in several columns, which are not sent as arrays.");
        return entity.GetProperties().Where(property => property.Name != TenantFilter.Property).Select(ColumnOf<T>);
    }

    private static RowColumn<T> ColumnOf<T>(IProperty property)
    {
        var row = Expression.Parameter(typeof(T));
        var stored = Stored(
            Expression.Property(row, property.PropertyInfo ?? throw new InvalidOperationException($"{property.Name} is no member.")),
            property.GetTypeMapping().Converter?.ConvertToProviderExpression
        );
        // Called by its name, since the type of the column's values is known only now.
        var column = typeof(MappedColumns)
            .GetMethod(nameof(Typed), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(typeof(T), stored.Type);
        return (RowColumn<T>)column.Invoke(null, [property.GetColumnName(), TypeOf(property), Expression.Lambda(stored, row).Compile()])!; // it is there
    }

    private static RowColumn<T> Typed<T, TValue>(string name, NpgsqlDbType type, Delegate value) =>
        RowColumn<T>.Of(name, type, (Func<T, TValue>)value);

    private static NpgsqlDbType TypeOf(IProperty property) =>
        Types.TryGetValue(property.GetRelationalTypeMapping().StoreTypeNameBase, out var type)
            ? type
            : throw new InvalidOperationException($"{property.Name} is a {property.GetColumnType()}, which is not sent as an array.");

    // A converter knows nothing of null.
    private static Expression Stored(Expression value, LambdaExpression? convert)
    {
        if (convert is null)
            return value;
        if (Nullable.GetUnderlyingType(value.Type) is not { } type || convert.Parameters[0].Type != type)
            return Expression.Invoke(convert, value);
        var converted = Expression.Invoke(convert, Expression.Property(value, "Value"));
        var stored = converted.Type.IsValueType ? typeof(Nullable<>).MakeGenericType(converted.Type) : converted.Type;
        return Expression.Condition(
            Expression.Property(value, "HasValue"),
            Expression.Convert(converted, stored),
            Expression.Default(stored)
        );
    }
}
