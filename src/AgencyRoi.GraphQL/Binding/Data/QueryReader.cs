using System.Linq.Expressions;
using AgencyRoi.GraphQL.Binding.Paging;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Binding.Data;

/// <summary>Reads a field's <c>where</c> and <c>order</c> arguments into a query context.</summary>
internal abstract class QueryReader
{
    public static QueryReader For(Type type, FilterShape? filter, SortShape? sort) =>
        (QueryReader)Activator.CreateInstance(typeof(QueryReader<>).MakeGenericType(type), filter, sort)!;

    /// <summary>Applies the arguments to what a method returned that does not do so itself.</summary>
    public abstract object Apply(IFieldContext context, object value);
}

internal sealed class QueryReader<T>(FilterShape? filter, SortShape? sort) : QueryReader
{
    public QueryContext<T> Read(IFieldContext context) => Read(context, context.Selection.AsSelector<T>());

    public override object Apply(IFieldContext context, object value) =>
        value switch
        {
            IQueryable<T> rows => rows.With(Read(context, selector: null)),
            IEnumerable<T> rows => rows.With(Read(context, selector: null)).ToList(),
            _ => throw new InvalidOperationException(
                $"The field {context.Field.Name} returned {value.GetType()}; take a QueryContext<{typeof(T).Name}> parameter to filter and order it."
            ),
        };

    private QueryContext<T> Read(IFieldContext context, Expression<Func<T, T>>? selector)
    {
        Expression<Func<T, bool>>? predicate = null;
        if (
            filter is not null
            && context.Arguments.GetValueOrDefault(FilterBinder.ArgumentName) is IReadOnlyDictionary<string, object?> where
        )
        {
            var row = Expression.Parameter(typeof(T), "row");
            predicate = filter.Build(row, where) is { } condition ? Expression.Lambda<Func<T, bool>>(condition, row) : null;
        }
        var sorting = SortDefinition<T>.Empty;
        if (sort is not null && context.Arguments.GetValueOrDefault(SortBinder.ArgumentName) is IEnumerable<object?> order)
        {
            var row = Expression.Parameter(typeof(T), "row");
            sorting = new([.. sort.Build(row, order).Select(key => new SortBy<T>(Expression.Lambda(key.Path, row), key.Ascending))]);
        }
        return new(selector, predicate, sorting);
    }
}
