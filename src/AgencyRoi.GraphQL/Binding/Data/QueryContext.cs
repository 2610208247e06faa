using System.Linq.Expressions;
using AgencyRoi.GraphQL.Binding.Paging;

namespace AgencyRoi.GraphQL.Binding.Data;

/// <summary>What a field's <c>where</c> and <c>order</c> ask for, and what the fields below it read.</summary>
/// <param name="Selector">
/// <c>row => new T { A = row.A }</c> of the properties that are read; null: all of them. The same instance in all executions of a plan.
/// </param>
/// <param name="Predicate">Which rows; null: all.</param>
/// <param name="Sorting">In which order.</param>
public sealed record QueryContext<T>(
    Expression<Func<T, T>>? Selector = null,
    Expression<Func<T, bool>>? Predicate = null,
    SortDefinition<T>? Sorting = null
);
