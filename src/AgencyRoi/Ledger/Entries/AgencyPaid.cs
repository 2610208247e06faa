using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Tenancy;

namespace AgencyRoi.Ledger.Entries;

/// <summary>A fact that somebody paid for.</summary>
internal interface IPaid
{
    PaidBy PaidBy { get; }
}

/// <summary>
/// What the agency pays itself is the agency's, as <see cref="AgencyViewpoint"/> says of figures: to whoever that is closed to such a fact is not
/// there, by whatever way it is asked for, and they can neither state one nor make one of what a client paid.
/// </summary>
internal static class AgencyPaid
{
    /// <summary>For reads by id.</summary>
    public static async Task<T?> LoadAsync<T>(Guid id, RowById<T> rows, OperationDatabase database, CancellationToken cancellationToken)
        where T : class, IIdentified, IPaid =>
        await rows.LoadAsync(id, cancellationToken) is { } fact && IsOpen(database.Current.Scope, fact.PaidBy) ? fact : null;

    /// <summary>For facts of any kind: what nobody paid for is as visible as its client.</summary>
    public static bool IsVisible(DatabaseSession session, ILedgerSource fact) =>
        fact is not IPaid paid || IsOpen(session.Scope, paid.PaidBy);

    /// <summary>For lists.</summary>
    public static IQueryable<T> Visible<T>(DatabaseSession session)
        where T : class, IPaid =>
        session.Scope.SeesFinances ? session.Db.Set<T>() : session.Db.Set<T>().Where(fact => fact.PaidBy == PaidBy.Client);

    /// <summary>For a mutation that changes it.</summary>
    public static async Task<Found<T>> FindAsync<T>(
        DatabaseSession session,
        string thing,
        Guid id,
        long version,
        CancellationToken cancellationToken
    )
        where T : class, IVersioned, IPaid
    {
        var found = await session.FindAsync<T>(thing, id, version, cancellationToken);
        return found.Entity is null || IsOpen(session.Scope, found.Entity.PaidBy) ? found : new(null, NotFoundError.Of(thing));
    }

    /// <param name="stated">Who is said to have paid.</param>
    /// <param name="before">What was said before; null: nothing.</param>
    public static ForbiddenError? ErrorFor(DatabaseSession session, PaidBy stated, PaidBy? before) =>
        IsOpen(session.Scope, stated) && IsOpen(session.Scope, before ?? stated)
            ? null
            : new ForbiddenError(
                "What the agency pays itself is closed to roles without READ_FINANCES and to whoever is restricted to clients.",
                ["input", "paidBy"]
            );

    private static bool IsOpen(TenantScope scope, PaidBy paidBy) => paidBy == PaidBy.Client || scope.SeesFinances;
}
