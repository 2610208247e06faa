using System.Linq.Expressions;

namespace AgencyRoi.GraphQL.Binding.Paging;

/// <summary>
/// Takes the outermost order off a query's expression. It looks through calls that keep rows as they are (Where, AsNoTracking, Include, tags)
/// and stops at those that do not (Select, Take, Distinct), below which an order means something else.
/// </summary>
internal static class OrderingStripper
{
    public static (Expression Unordered, List<KeysetKey> Keys) Strip<T>(Expression query)
    {
        var keys = new List<KeysetKey>();
        var isDecided = false;
        return (Walk(query), keys);

        Expression Walk(Expression node)
        {
            if (node is not MethodCallExpression { Arguments: [var source, ..] arguments } call || !KeepsRows(call))
                return node;
            if (Direction(call) is not { } ascending)
            {
                var inner = Walk(source);
                return inner == source ? call : call.Update(call.Object, [AsArgument(inner, call), .. arguments.Skip(1)]);
            }
            if (!isDecided)
            {
                var selector = (LambdaExpression)((UnaryExpression)arguments[1]).Operand;
                // The flag that puts nulls last is written again with its key.
                if (!IsNullFlag(selector))
                    keys.Insert(0, new KeysetKey(selector, ascending));
                isDecided = call.Method.Name.StartsWith("OrderBy", StringComparison.Ordinal);
            }
            return Walk(source);
        }

        static bool KeepsRows(MethodCallExpression call) =>
            typeof(IQueryable<T>).IsAssignableFrom(call.Type)
            && typeof(IQueryable<T>).IsAssignableFrom(call.Arguments[0].Type)
            && (
                call.Method.DeclaringType != typeof(Queryable) || call.Method.Name is nameof(Queryable.Where) || Direction(call) is not null
            );
    }

    private static bool? Direction(MethodCallExpression call) =>
        call.Method.DeclaringType != typeof(Queryable) ? null
        : call.Method.Name is nameof(Queryable.OrderBy) or nameof(Queryable.ThenBy) && call.Arguments.Count == 2 ? true
        : call.Method.Name is nameof(Queryable.OrderByDescending) or nameof(Queryable.ThenByDescending) && call.Arguments.Count == 2 ? false
        : null;

    private static bool IsNullFlag(LambdaExpression selector) =>
        selector.Body is BinaryExpression { NodeType: ExpressionType.Equal, Right: ConstantExpression { Value: null } };

    private static Expression AsArgument(Expression inner, MethodCallExpression call)
    {
        var expected = call.Method.GetParameters()[0].ParameterType;
        return expected.IsAssignableFrom(inner.Type)
            ? inner
            : throw new InvalidOperationException(
                $"{call.Method.Name} stands after an OrderBy that it needs; write it before the OrderBy."
            );
    }
}
