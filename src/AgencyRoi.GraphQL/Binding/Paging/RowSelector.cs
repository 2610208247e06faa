using System.Linq.Expressions;
using System.Reflection;
using AgencyRoi.GraphQL.Caching;

namespace AgencyRoi.GraphQL.Binding.Paging;

/// <summary>Selectors of the form <c>row => new T { A = row.A, B = row.B }</c>, so that a query reads no other columns.</summary>
internal static class RowSelector<T>
{
    private static readonly ConstructorInfo? Constructor = typeof(T).IsAbstract
        ? null
        : typeof(T).GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, Type.EmptyTypes);

    private static readonly OrderedDictionary<string, PropertyInfo> Settable = new(
        OutputBinder
            .Properties(typeof(T))
            .Where(property => property.GetSetMethod(nonPublic: true) is not null)
            .Select(property => KeyValuePair.Create(property.Name, property)),
        StringComparer.Ordinal
    );

    // An order names any of the properties, so a caller has as many of these as there are sets of them.
    private static readonly BoundedCache<(Expression<Func<T, T>> Selector, string Missing), Expression<Func<T, T>>> Extended = new(
        $"selectors of {typeof(T).Name}",
        maxEntries: 250
    );

    /// <summary>Null when rows cannot be made of these alone: one of them is computed, or every constructor wants something.</summary>
    public static Expression<Func<T, T>>? Of(IReadOnlySet<string> properties)
    {
        if (Constructor is null || !properties.All(Settable.ContainsKey))
            return null;
        var row = Expression.Parameter(typeof(T), "row");
        // In the order of their declaration, so that selections of the same properties are the same query.
        var read = Settable.Values.Where(property => properties.Contains(property.Name));
        return Expression.Lambda<Func<T, T>>(Expression.MemberInit(Expression.New(Constructor), read.Select(each => Bind(each, row))), row);
    }

    /// <summary>The selector with these properties besides its own; always the same for the same ones. Null when one of them is computed.</summary>
    public static Expression<Func<T, T>>? With(Expression<Func<T, T>> selector, SortedSet<string> properties)
    {
        if (selector.Body is not MemberInitExpression made)
            throw new ArgumentException($"A selector has the form row => new {typeof(T).Name} {{ A = row.A }}.", nameof(selector));
        string[] missing = [.. properties.Except(made.Bindings.Select(binding => binding.Member.Name))];
        if (missing.Length == 0)
            return selector;
        if (!missing.All(Settable.ContainsKey))
            return null;
        return Extended.GetOrAdd((selector, string.Join(' ', missing)), _ => Extend(selector, made, missing));
    }

    private static Expression<Func<T, T>> Extend(Expression<Func<T, T>> selector, MemberInitExpression made, string[] missing)
    {
        var added = missing.Select(name => Bind(Settable[name], selector.Parameters[0]));
        return Expression.Lambda<Func<T, T>>(made.Update(made.NewExpression, [.. made.Bindings, .. added]), selector.Parameters);
    }

    private static MemberAssignment Bind(PropertyInfo property, ParameterExpression row) =>
        Expression.Bind(property, Expression.Property(row, property));
}
