using AgencyRoi.Ledger.Entries;
using AgencyRoi.Platform.Database;
using AgencyRoi.Records.Valuation;
using AgencyRoi.Terms.People;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.TimeEntries;

/// <summary>
/// Hours at the hourly rates and exchange rates that now hold on their days. Hours without a rate are left out: they are posted when they get one, and not
/// by revaluing.
/// </summary>
internal sealed class TimeRevaluation : IRevaluation
{
    public IReadOnlyList<SourceKind> Kinds { get; } = [SourceKind.TimeEntry];

    public async Task<IReadOnlyList<FactPosting>> ValueAgainAsync(
        DatabaseSession session,
        RevaluationScope scope,
        CancellationToken cancellationToken
    )
    {
        var entries = await Counted(session, scope.ClientIds)
            .AsNoTracking()
            .Where(entry => entry.OccurredOn >= scope.From)
            .ToListAsync(cancellationToken);
        var priced = await PriceAsync(session, scope.Context, entries, cancellationToken);
        return [.. priced.Select(pair => pair.Entry.Post(pair.Priced.Lines))];
    }

    public async Task NoteTermsAsync(
        DatabaseSession session,
        ClientId clientId,
        IReadOnlyCollection<Guid> revalued,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var entries = await Counted(session, [clientId]).Where(entry => revalued.Contains(entry.Id)).ToListAsync(cancellationToken);
        if (entries.Count == 0)
            return;
        var context = await PostingContext.ReadAsync(
            session,
            [.. entries.Select(entry => (clientId, entry.OccurredOn))],
            cancellationToken
        );
        foreach (var (entry, priced) in await PriceAsync(session, context, entries, cancellationToken))
            entry.Price(priced, now);
    }

    private static IQueryable<TimeEntry> Counted(DatabaseSession session, IReadOnlyList<ClientId> clientIds) =>
        session.Db.Set<TimeEntry>().Where(entry => clientIds.Contains(entry.ClientId) && entry.RateId != null && entry.RetractedAt == null);

    private static async Task<List<(TimeEntry Entry, PricedTime Priced)>> PriceAsync(
        DatabaseSession session,
        PostingContext context,
        List<TimeEntry> entries,
        CancellationToken cancellationToken
    )
    {
        if (entries.Count == 0)
            return [];
        var rates = await HourlyRates.LoadAsync(session, cancellationToken);
        var found = new List<(TimeEntry, PricedTime)>(entries.Count);
        foreach (var entry in entries)
            if (
                PricedTime.PriceOrError(entry.Statement, entry.RoleClass, rates, context, out var priced) is null
                && priced.Rate is not null
            )
                found.Add((entry, priced));
        return found;
    }
}
