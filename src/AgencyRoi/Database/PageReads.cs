using System.Linq.Expressions;
using AgencyRoi.GraphQL.Binding.Data;
using AgencyRoi.GraphQL.Binding.Paging;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Database;

/// <summary>Pages of entities on the operation's connection, when it is free.</summary>
internal static class PageReads
{
    /// <param name="order">The order of a request that gives none.</param>
    public static Task<Page<T>> PageAsync<T>(
        this OperationDatabase database,
        Func<AgencyDbContext, IQueryable<T>> rows,
        PagingArguments paging,
        QueryContext<T> query,
        Func<SortDefinition<T>, SortDefinition<T>> order,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync(
            (session, token) => rows(session.Db).With(query, sort => sort.IfEmpty(order)).ToPageAsync(paging, token).AsTask(),
            cancellationToken
        );

    /// <summary>The same page of each parent's rows, in the parents' order: one statement, however many parents there are.</summary>
    public static Task<IReadOnlyList<Page<T>>> PageOfEachAsync<T>(
        this OperationDatabase database,
        IEnumerable<Guid> parents,
        Expression<Func<T, Guid>> parentOf,
        PagingArguments paging,
        QueryContext<T> query,
        Func<SortDefinition<T>, SortDefinition<T>> order,
        CancellationToken cancellationToken
    )
        where T : class =>
        database.PageOfEachAsync(parents, session => session.Db.Set<T>(), parentOf, paging, query, order, cancellationToken);

    /// <param name="rows">Those of the parents' rows that may be seen.</param>
    public static async Task<IReadOnlyList<Page<T>>> PageOfEachAsync<T>(
        this OperationDatabase database,
        IEnumerable<Guid> parents,
        Func<DatabaseSession, IQueryable<T>> rows,
        Expression<Func<T, Guid>> parentOf,
        PagingArguments paging,
        QueryContext<T> query,
        Func<SortDefinition<T>, SortDefinition<T>> order,
        CancellationToken cancellationToken
    )
        where T : class
    {
        Guid[] keys = [.. parents];
        var pages = await database.RunAsync(
            (session, token) =>
                rows(session)
                    .With(query, sort => sort.IfEmpty(order))
                    .ToBatchPageAsync(
                        parentOf,
                        keys,
                        paging,
                        wanted => session.Db.Database.SqlQuery<Guid>($"""select unnest({wanted}::uuid[]) as "Value" """),
                        cancellationToken: token
                    ),
            cancellationToken
        );
        return [.. keys.Select(key => pages[key])];
    }
}
