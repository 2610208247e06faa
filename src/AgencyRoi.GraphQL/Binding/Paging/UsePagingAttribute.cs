namespace AgencyRoi.GraphQL.Binding.Paging;

/// <summary>
/// The field is a connection, read in pages by key. The method returns an <c>IQueryable&lt;T&gt;</c> or a <see cref="KeyedList{T}"/> to be paged, or a
/// <see cref="Page{T}"/> or <see cref="Connection{T}"/> that it paged itself with its <see cref="PagingArguments"/> parameter.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class UsePagingAttribute : Attribute
{
    public int MaxPageSize { get; set; } = 100;

    public int DefaultPageSize { get; set; } = 20;

    public bool IncludeTotalCount { get; set; } = true;

    /// <summary>The stem of the connection's and the edge's name; the field's name unless set.</summary>
    public string? ConnectionName { get; set; }
}
