using System.Linq.Expressions;
using System.Reflection;

namespace AgencyRoi.GraphQL.Binding.Mutations;

/// <summary>The errors of one mutation: which values are errors, and which exceptions become one.</summary>
internal sealed class MutationErrors(IReadOnlyList<Type> types)
{
    private readonly List<(Type Exception, Func<Exception, object> Make)> factories = [.. types.SelectMany(FactoriesOf)];

    /// <summary>Null when the exception is none of the mutation's errors; of an aggregate all must be.</summary>
    public IReadOnlyList<object>? Catch(Exception exception)
    {
        if (Find(exception) is { } error)
            return [error];
        if (exception is not AggregateException { InnerExceptions: { Count: > 0 } inner })
            return null;
        var errors = inner.Select(Find).OfType<object>().ToList();
        return errors.Count == inner.Count ? errors : null;
    }

    /// <summary>An error that is not listed would have no type in the answer.</summary>
    public IReadOnlyList<object> Checked(IReadOnlyList<object> errors, string member) =>
        errors.FirstOrDefault(error => !types.Any(type => type.IsInstanceOfType(error))) is { } unlisted
            ? throw new InvalidOperationException($"{member} returned a {unlisted.GetType()}, which is not among its errors ([Error<T>]).")
            : errors;

    private object? Find(Exception exception) =>
        factories.Find(factory => factory.Exception.IsInstanceOfType(exception)) is { Make: { } make } ? make(exception) : null;

    private static IEnumerable<(Type, Func<Exception, object>)> FactoriesOf(Type type)
    {
        if (typeof(Exception).IsAssignableFrom(type))
            yield return (type, static exception => exception);
        var creators = type.GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => method.Name == "CreateErrorFrom");
        foreach (var method in creators.Where(method => TakesException(method.GetParameters())))
            yield return Factory(method.GetParameters()[0].ParameterType, argument => Expression.Call(method, argument));
        foreach (var constructor in type.GetConstructors().Where(constructor => TakesException(constructor.GetParameters())))
            yield return Factory(constructor.GetParameters()[0].ParameterType, argument => Expression.New(constructor, argument));
    }

    private static bool TakesException(ParameterInfo[] parameters) =>
        parameters is [var single] && typeof(Exception).IsAssignableFrom(single.ParameterType);

    private static (Type, Func<Exception, object>) Factory(Type exceptionType, Func<Expression, Expression> make)
    {
        var exception = Expression.Parameter(typeof(Exception));
        var made = Expression.Convert(make(Expression.Convert(exception, exceptionType)), typeof(object));
        return (exceptionType, CompiledAtFirstUse.Of(Expression.Lambda<Func<Exception, object>>(made, exception)));
    }
}
