using AgencyRoi.Database;
using AgencyRoi.GraphQL.Binding;
using AgencyRoi.GraphQL.Binding.Paging;

namespace AgencyRoi.Comparison;

[ObjectType<StreamRoi>]
internal static class EntriesOfStream
{
    /// <summary>The ledger entries behind the stream's value, by day: they sum to it. Read forwards only.</summary>
    [BatchResolver]
    [UsePaging(ConnectionName = "LedgerEntries", IncludeTotalCount = false)]
    public static Task<IReadOnlyList<Connection<FigureEntry>>> GetEntriesAsync(
        [Parent] IReadOnlyList<StreamRoi> streams,
        PagingArguments paging,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => EntryPages.ReadAsync([.. streams.Select(stream => stream.Scope)], paging, database, cancellationToken);
}

[ObjectType<CostAvoided>]
internal static class EntriesOfCostAvoided
{
    /// <summary>The ledger entries behind the amount, by day: they sum to it. Read forwards only.</summary>
    [BatchResolver]
    [UsePaging(ConnectionName = "LedgerEntries", IncludeTotalCount = false)]
    public static Task<IReadOnlyList<Connection<FigureEntry>>> GetEntriesAsync(
        [Parent] IReadOnlyList<CostAvoided> avoided,
        PagingArguments paging,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => EntryPages.ReadAsync([.. avoided.Select(each => each.Scope)], paging, database, cancellationToken);
}

[ObjectType<CostCategoryPart>]
internal static class EntriesOfCostCategory
{
    /// <summary>The ledger entries behind the category's cost, by day: they sum to it. Read forwards only.</summary>
    [BatchResolver]
    [UsePaging(ConnectionName = "LedgerEntries", IncludeTotalCount = false)]
    public static Task<IReadOnlyList<Connection<FigureEntry>>> GetEntriesAsync(
        [Parent] IReadOnlyList<CostCategoryPart> categories,
        PagingArguments paging,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => EntryPages.ReadAsync([.. categories.Select(category => category.Scope)], paging, database, cancellationToken);
}
