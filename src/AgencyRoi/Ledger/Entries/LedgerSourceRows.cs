using AgencyRoi.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Ledger.Entries;

/// <summary>Where the facts of some kinds are kept. Every module whose facts post to the ledger registers one.</summary>
internal abstract class LedgerSourceRows
{
    public abstract IReadOnlyList<SourceKind> Kinds { get; }

    public abstract Task<IReadOnlyList<ILedgerSource>> LoadAsync(
        DatabaseSession session,
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellationToken
    );
}

internal sealed class LedgerSourceRows<T>(params IReadOnlyList<SourceKind> kinds) : LedgerSourceRows
    where T : class, ILedgerSource
{
    public override IReadOnlyList<SourceKind> Kinds => kinds;

    /// <summary>The fact says more than a client's ledger does, such as who worked: it is not there for tokens that are restricted to clients.</summary>
    public bool IsOfWholeAgency { get; init; }

    public override async Task<IReadOnlyList<ILedgerSource>> LoadAsync(
        DatabaseSession session,
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellationToken
    )
    {
        if (IsOfWholeAgency && !session.Scope.SeesFinances)
            return [];
        var rows = await session.Db.Set<T>().Where(row => ids.Contains(row.Id)).ToListAsync(cancellationToken);
        return [.. rows.Where(row => AgencyPaid.IsVisible(session, row))];
    }
}
