using System.Linq.Expressions;
using AgencyRoi.GraphQL.Caching;
using AgencyRoi.Platform.Database.Mapping;

namespace AgencyRoi.Platform.Database.Direct;

/// <summary>The statements of a list's first pages, one for each selection of columns, written by EF when they are first asked for.</summary>
internal sealed class FirstPageStatements<T>
    where T : class
{
    // Those who see all clients and those who see some are told by different statements, and so are those to whom the agency's finances are open or closed.
    private readonly BoundedCache<(Expression<Func<T, T>> Selector, bool SeesAll, bool SeesFinances), Written> ofSelections = new(
        $"first pages of {typeof(T).Name}",
        maxEntries: 250
    );
    private volatile Written? wholeForAll;
    private volatile Written? wholeWithoutFinances;
    private volatile Written? wholeForSome;

    /// <summary>Null where EF has to run the query itself: what is asked for differs from request to request.</summary>
    /// <param name="session">Its context is made only for a statement that is not there yet.</param>
    /// <param name="paging">The page.</param>
    /// <param name="query">What the request asks for.</param>
    /// <param name="write">The query of the first page, with a selector.</param>
    public DirectStatement<T>? For(
        DatabaseSession session,
        PagingArguments paging,
        QueryContext<T> query,
        Func<AgencyDbContext, Expression<Func<T, T>>?, IQueryable<T>> write
    )
    {
        if (!FirstPages<T>.Is(paging) || query is not { Predicate: null, Sorting: null or { Operations.Count: 0 } })
            return null;
        // Written twice by two requests at once, it is the same statement.
        var (seesAll, seesFinances) = (session.Scope.Clients.IsAll, session.Scope.SeesFinances);
        var written =
            query.Selector is { } selector ? ofSelections.GetOrAdd((selector, seesAll, seesFinances), _ => Write())
            : seesFinances ? wholeForAll ??= Write()
            : seesAll ? wholeWithoutFinances ??= Write()
            : wholeForSome ??= Write();
        return written.Statement;

        Written Write() => new(DirectStatement<T>.Of(session.Db, write(session.Db, query.Selector)));
    }

    private sealed record Written(DirectStatement<T>? Statement);
}
