using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace AgencyRoi.Platform.Database.Direct;

/// <summary>Makes entities of rows as EF does, by the model's own mappings, without asking it again for each row.</summary>
internal static class RowReader
{
    private static readonly MethodInfo IsNull = typeof(DbDataReader).GetMethod(nameof(DbDataReader.IsDBNull))!;

    /// <summary>Whether an entity is nothing but columns that can be set: no parts of its own, no navigations, no columns without a property.</summary>
    public static bool CanRead(IEntityType entity) =>
        !entity.GetComplexProperties().Any()
        && !entity.GetNavigations().Any()
        && entity.GetProperties().All(property => property.PropertyInfo?.SetMethod is not null);

    /// <param name="entity">The entity of <typeparamref name="T"/>.</param>
    /// <param name="columns">Names of the columns in their order; what they do not hold stays as the constructor leaves it.</param>
    public static Func<DbDataReader, T> Compile<T>(IEntityType entity, IEnumerable<string> columns)
    {
        var reader = Expression.Parameter(typeof(DbDataReader), "reader");
        // A column that a selector named inside the query has its property's name.
        var properties = entity
            .GetProperties()
            .SelectMany(property => new[] { (Name: property.GetColumnName(), property), (property.Name, property) })
            .ToDictionary(named => named.Name, named => named.property, StringComparer.Ordinal);
        var row = Expression.MemberInit(
            Expression.New(Constructor(typeof(T))),
            columns.Select((name, i) => Expression.Bind(properties[name].PropertyInfo!, Value(reader, properties[name], i)))
        );
        return Expression.Lambda<Func<DbDataReader, T>>(row, reader).Compile();
    }

    private static Expression Value(ParameterExpression reader, IProperty property, int column)
    {
        var mapping = property.GetRelationalTypeMapping();
        var place = Expression.Constant(column);
        var method = mapping.GetDataReaderMethod();
        Expression value = Expression.Call(
            method.DeclaringType == typeof(DbDataReader) ? reader : Expression.Convert(reader, method.DeclaringType!),
            method,
            place
        );
        value = mapping.CustomizeDataReaderExpression(value);
        if (mapping.Converter is { } converter)
        {
            var convert = converter.ConvertFromProviderExpression;
            value = ReplacingExpressionVisitor.Replace(convert.Parameters[0], Typed(value, convert.Parameters[0].Type), convert.Body);
        }
        value = Typed(value, property.ClrType);
        return property.IsNullable
            ? Expression.Condition(Expression.Call(reader, IsNull, place), Expression.Default(property.ClrType), value)
            : value;
    }

    private static Expression Typed(Expression value, Type type) => value.Type == type ? value : Expression.Convert(value, type);

    private static ConstructorInfo Constructor(Type type) =>
        type.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, [])
        ?? throw new InvalidOperationException($"{type} has no constructor without parameters.");
}
