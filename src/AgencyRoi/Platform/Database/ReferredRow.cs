using System.Linq.Expressions;
using System.Reflection;

namespace AgencyRoi.Platform.Database;

/// <summary>
/// The rows that another row refers to. A foreign key vouches for them, so who asks for nothing but the id is answered from the reference, without a
/// statement.
/// </summary>
internal static class ReferredRow
{
    public static Task<T> LoadReferredAsync<T, TId>(
        this RowById<T, TId> rows,
        TId id,
        QueryContext<T> query,
        CancellationToken cancellationToken
    )
        where T : class, IIdentified<TId>
        where TId : struct =>
        OfId<T, TId>.Suffices(query) ? Task.FromResult(OfId<T, TId>.Make(id)) : rows.LoadRequiredAsync(id, cancellationToken);

    /// <summary>The row, if the other one refers to any.</summary>
    public static async Task<T?> LoadIfReferredAsync<T, TId>(
        this RowById<T, TId> rows,
        TId? id,
        QueryContext<T> query,
        CancellationToken cancellationToken
    )
        where T : class, IIdentified<TId>
        where TId : struct => id is { } known ? await rows.LoadReferredAsync(known, query, cancellationToken) : null;

    /// <summary>Rows that know nothing but their id.</summary>
    private static class OfId<T, TId>
        where T : class, IIdentified<TId>
        where TId : struct
    {
        private static readonly PropertyInfo Id = typeof(T).GetProperty(nameof(IIdentified<TId>.Id))!;

        public static readonly Func<TId, T> Make = Maker();

        public static bool Suffices(QueryContext<T> query) =>
            query.Selector is { Body: MemberInitExpression made } && made.Bindings.All(binding => binding.Member.Name == Id.Name);

        private static Func<TId, T> Maker()
        {
            var id = Expression.Parameter(typeof(TId), "id");
            var none = typeof(T).GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, Type.EmptyTypes)!;
            return Expression.Lambda<Func<TId, T>>(Expression.MemberInit(Expression.New(none), Expression.Bind(Id, id)), id).Compile();
        }
    }
}
