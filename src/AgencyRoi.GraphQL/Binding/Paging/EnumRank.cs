using System.Linq.Expressions;

namespace AgencyRoi.GraphQL.Binding.Paging;

/// <summary>
/// An enum as a key: its place in the declaration, spelled out as a chain of conditions. A database may hold the enum as text or number; the
/// order is the declared one either way, and the comparison is one between numbers.
/// </summary>
internal static class EnumRank
{
    public static bool IsNeeded(Type type) => (Nullable.GetUnderlyingType(type) ?? type).IsEnum;

    public static LambdaExpression Of(LambdaExpression selector)
    {
        var type = Nullable.GetUnderlyingType(selector.ReturnType) ?? selector.ReturnType;
        var isNullable = type != selector.ReturnType;
        var rankType = isNullable ? typeof(int?) : typeof(int);
        var values = Enum.GetValues(type);
        Expression rank = Expression.Constant(isNullable ? null : values.Length, rankType);
        for (var i = values.Length - 1; i >= 0; i--)
        {
            var isValue = Expression.Equal(selector.Body, Expression.Constant(values.GetValue(i), selector.ReturnType));
            rank = Expression.Condition(isValue, Expression.Constant(i, rankType), rank);
        }
        return Expression.Lambda(rank, selector.Parameters);
    }
}
