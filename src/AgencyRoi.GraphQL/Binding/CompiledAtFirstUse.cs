using System.Linq.Expressions;

namespace AgencyRoi.GraphQL.Binding;

/// <summary>
/// Delegates that compile their expression when they are first called. A schema has thousands of fields, a process is asked for some of them, and to compile them
/// all took longer than everything else of the start.
/// </summary>
internal static class CompiledAtFirstUse
{
    public static Func<T, TResult> Of<T, TResult>(Expression<Func<T, TResult>> expression)
    {
        var compiled = new Lazy<Func<T, TResult>>(expression.Compile);
        return argument => compiled.Value(argument);
    }

    public static Func<T, TOther, TResult> Of<T, TOther, TResult>(Expression<Func<T, TOther, TResult>> expression)
    {
        var compiled = new Lazy<Func<T, TOther, TResult>>(expression.Compile);
        return (argument, other) => compiled.Value(argument, other);
    }

    public static Action<T, TOther> Of<T, TOther>(Expression<Action<T, TOther>> expression)
    {
        var compiled = new Lazy<Action<T, TOther>>(expression.Compile);
        return (argument, other) => compiled.Value(argument, other);
    }
}
