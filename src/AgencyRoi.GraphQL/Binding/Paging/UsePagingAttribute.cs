namespace AgencyRoi.GraphQL.Binding.Paging;

/// <summary>
/// The field is a connection, read in pages by key. The method returns an <c>IQueryable&lt;T&gt;</c> or <c>IEnumerable&lt;T&gt;</c> to be paged, or a
/// <see cref="Page{T}"/> or <see cref="Connection{T}"/> that it paged itself with its <see cref="PagingArguments"/> parameter.
/// Numbers that are not set come from <see cref="PagingOptions"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class UsePagingAttribute : Attribute
{
    private bool? includeTotalCount;

    /// <summary>0 means not set.</summary>
    public int MaxPageSize { get; set; }

    /// <summary>0 means not set.</summary>
    public int DefaultPageSize { get; set; }

    public bool IncludeTotalCount
    {
        get => includeTotalCount ?? false;
        set => includeTotalCount = value;
    }

    /// <summary>The stem of the connection's and the edge's name; the field's name unless set.</summary>
    public string? ConnectionName { get; set; }

    internal bool? IncludesTotalCount => includeTotalCount;
}

/// <summary>What holds for paged fields that say nothing else.</summary>
public sealed class PagingOptions
{
    public int DefaultPageSize { get; set; } = 20;
    public int MaxPageSize { get; set; } = 100;
    public bool IncludeTotalCount { get; set; } = true;
}
