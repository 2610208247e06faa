using System.Linq.Expressions;
using AgencyRoi.Platform.Database.Mapping;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Platform.Database.Direct;

/// <summary>A list inside parents, such as a client's channels: the same page of each parent's rows with one statement, however many parents there are.</summary>
/// <param name="parentOf">The parent that a row belongs to.</param>
/// <param name="order">The order of a request that gives none.</param>
/// <param name="visible">Those of the parents' rows that a session may see; null when it may see all that the database shows it.</param>
internal class ChildList<T, TParentId>(
    Expression<Func<T, TParentId>> parentOf,
    Func<SortDefinition<T>, SortDefinition<T>> order,
    Func<DatabaseSession, IQueryable<T>>? visible = null
)
    where T : class
    where TParentId : struct, IEquatable<TParentId>
{
    private readonly Func<T, TParentId> readParent = parentOf.Compile();
    private readonly FirstPages<T> firstPages = new(order(SortDefinition<T>.Empty));
    private readonly FirstPageStatements<T> statements = new();

    /// <summary>The pages in the parents' order.</summary>
    public async Task<IReadOnlyList<Page<T>>> PagesAsync(
        OperationDatabase database,
        IEnumerable<TParentId> parents,
        PagingArguments paging,
        QueryContext<T> query,
        CancellationToken cancellationToken
    )
    {
        TParentId[] keys = [.. parents];
        var pages = await database.RunAsync(
            (session, token) => PagesAsync(session, [.. keys.Distinct()], paging, query, token),
            cancellationToken
        );
        return [.. keys.Select(key => pages[key])];
    }

    private async Task<Dictionary<TParentId, Page<T>>> PagesAsync(
        DatabaseSession session,
        TParentId[] parents,
        PagingArguments paging,
        QueryContext<T> query,
        CancellationToken cancellationToken
    )
    {
        // What is visible may differ from session to session: that is for EF to say each time.
        var direct = visible is null
            ? statements.For(
                session,
                paging,
                query,
                (db, selector) => firstPages.RowsOfEach(KeyRows(db, parents), db.Set<T>(), parentOf, paging, selector)
            )
            : null;
        if (direct is null)
            return await (visible?.Invoke(session) ?? session.Db.Set<T>())
                .With(query, sort => sort.IfEmpty(order))
                .ToBatchPageAsync(parentOf, parents, paging, wanted => KeyRows(session.Db, wanted), query.Selector, cancellationToken);

        var rows = parents.ToDictionary(parent => parent, _ => new List<T>());
        foreach (var row in await direct.ReadAsync(session, paging, (Guid[])Guids.Plain(parents), cancellationToken))
            rows[readParent(row)].Add(row);
        var pageOf = firstPages.PagesOf(paging);
        return rows.ToDictionary(parent => parent.Key, parent => pageOf(parent.Value));
    }

    private static IQueryable<TParentId> KeyRows(AgencyDbContext db, TParentId[] keys)
    {
        var plain = (Guid[])Guids.Plain(keys);
        var rows = db.Database.SqlQuery<Guid>($"""select unnest({plain}::uuid[]) as "Value" """);
        // EF reads no rows of a converted type; to the database both are the same uuid.
        return rows as IQueryable<TParentId> ?? rows.Select(key => (TParentId)(object)key);
    }
}

/// <summary>The same inside parents whose ids have no type of their own.</summary>
internal sealed class ChildList<T>(
    Expression<Func<T, Guid>> parentOf,
    Func<SortDefinition<T>, SortDefinition<T>> order,
    Func<DatabaseSession, IQueryable<T>>? visible = null
) : ChildList<T, Guid>(parentOf, order, visible)
    where T : class;
