using System.Linq.Expressions;

namespace AgencyRoi.GraphQL.Binding.Data;

/// <summary>What a field's <c>where</c> and <c>order</c> ask for.</summary>
public sealed record QueryContext<T>(Expression<Func<T, bool>>? Predicate = null, SortDefinition<T>? Sorting = null)
{
    public static QueryContext<T> Empty { get; } = new();
}
