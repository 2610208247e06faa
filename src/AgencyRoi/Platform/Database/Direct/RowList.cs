using AgencyRoi.Platform.Database.Mapping;

namespace AgencyRoi.Platform.Database.Direct;

/// <summary>
/// A list of the API: its rows, and their order when a request gives none. Made once, since it keeps the statements of its first pages: most requests
/// ask for nothing else, and with EF finding its own plan again costs more than the rows.
/// </summary>
/// <param name="rows">The rows that are in the list; knows nothing of a request.</param>
/// <param name="order">The order of a request that gives none.</param>
internal sealed class RowList<T>(Func<AgencyDbContext, IQueryable<T>> rows, Func<SortDefinition<T>, SortDefinition<T>> order)
    where T : class
{
    private readonly FirstPages<T> firstPages = new(order(SortDefinition<T>.Empty));
    private readonly FirstPageStatements<T> statements = new();

    public Task<Page<T>> PageAsync(
        OperationDatabase database,
        PagingArguments paging,
        QueryContext<T> query,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync(
            async (session, token) =>
                statements.For(session, paging, query, (db, selector) => firstPages.Rows(rows(db), paging, selector)) is { } direct
                    ? firstPages.PagesOf(paging)(await direct.ReadAsync(session, paging, [], token))
                    : await rows(session.Db).With(query, sort => sort.IfEmpty(order)).ToPageAsync(paging, query.Selector, token),
            cancellationToken
        );
}
