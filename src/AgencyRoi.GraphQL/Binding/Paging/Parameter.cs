using System.Linq.Expressions;
using System.Reflection;

namespace AgencyRoi.GraphQL.Binding.Paging;

/// <summary>
/// A value inside an expression as a captured variable would be: a query provider sends it as a parameter, so that statements and
/// their plans are the same for every value.
/// </summary>
internal static class Parameter
{
    public static Expression Of(object? value, Type type) =>
        (Expression)
            typeof(Parameter)
                .GetMethod(nameof(Typed), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(type)
                .Invoke(null, [value])!;

    public static Expression Of<T>(T value) => Expression.Field(Expression.Constant(new Captured<T>(value)), nameof(Captured<T>.Value));

    private static Expression Typed<T>(object? value) => Of((T)value!);

    private sealed class Captured<T>(T value)
    {
        public readonly T Value = value;
    }
}
