using AgencyRoi.GraphQL.Errors;
using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Returns.Figures;

namespace AgencyRoi.Returns.Explain;

/// <summary>The entries behind figures, the same page of each in one round trip.</summary>
internal static class EntryPages
{
    /// <exception cref="GraphQL.Errors.GraphQLException">The page is asked for backwards, or after a cursor of another list.</exception>
    public static async Task<IReadOnlyList<Connection<FigureEntry>>> ReadAsync(
        IReadOnlyList<FigureScope> scopes,
        PagingArguments paging,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        if (paging.Last is not null || paging.Before is not null)
            throw BadInput.Of("Ledger entries are read forwards only: give first and after.");
        var size = paging.First ?? 20;
        var after = paging.After is { } cursor ? EntryCursor.Read(cursor) : null;
        var pages = await database.RunAsync(
            (session, token) => LedgerEntries.PagesAsync(session, [.. scopes.Select(scope => scope.Entries)], after, size + 1, token),
            cancellationToken
        );
        return [.. scopes.Select((scope, i) => Page(scope, pages[i], size, isFirst: after is null))];
    }

    private static Connection<FigureEntry> Page(FigureScope scope, IReadOnlyList<LedgerEntry> entries, int size, bool isFirst)
    {
        var edges = entries
            .Take(size)
            .Select(entry => new Edge<FigureEntry>(new FigureEntry(entry, scope), EntryCursor.Of(entry)))
            .ToList();
        var info = new PageInfo(entries.Count > size, !isFirst, edges.FirstOrDefault()?.Cursor, edges.LastOrDefault()?.Cursor);
        return new Connection<FigureEntry>(edges, info);
    }
}
