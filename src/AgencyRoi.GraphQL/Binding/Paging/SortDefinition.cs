using System.Linq.Expressions;

namespace AgencyRoi.GraphQL.Binding.Paging;

/// <summary>One key of an order.</summary>
public sealed record SortBy<T>(LambdaExpression Key, bool Ascending);

/// <summary>An order by several keys, the first one first. Undefined (null) keys come last in both directions.</summary>
public sealed record SortDefinition<T>(IReadOnlyList<SortBy<T>> Operations)
{
    public static SortDefinition<T> Empty { get; } = new([]);

    public SortDefinition<T> AddAscending<TKey>(Expression<Func<T, TKey>> key) => new([.. Operations, new SortBy<T>(key, Ascending: true)]);

    public SortDefinition<T> AddDescending<TKey>(Expression<Func<T, TKey>> key) =>
        new([.. Operations, new SortBy<T>(key, Ascending: false)]);

    /// <summary>A default order, for a request that gives none.</summary>
    public SortDefinition<T> IfEmpty(Func<SortDefinition<T>, SortDefinition<T>> apply) => Operations.Count == 0 ? apply(this) : this;
}
