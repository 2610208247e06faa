using AgencyRoi.Platform.Database;
using AgencyRoi.Returns.Figures;

namespace AgencyRoi.Returns.Explain;

/// <summary>An amount that can be followed down to the ledger.</summary>
internal interface IHasEntries
{
    /// <summary>Finds the entries that it is the sum of, in its currency.</summary>
    [GraphQLIgnore]
    FigureScope Behind { get; }
}

[ExtendObjectType<IHasEntries>]
internal static partial class EntriesOfParts
{
    /// <summary>The ledger entries behind it, by day: those of the value and of the cost that it counts. They sum to it. Read forwards only.</summary>
    [BatchResolver]
    [UsePaging(ConnectionName = "LedgerEntries", IncludeTotalCount = false)]
    public static Task<IReadOnlyList<Connection<FigureEntry>>> GetEntriesAsync(
        [Parent] List<IHasEntries> amounts,
        PagingArguments paging,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => EntryPages.ReadAsync([.. amounts.Select(amount => amount.Behind)], paging, database, cancellationToken);
}
