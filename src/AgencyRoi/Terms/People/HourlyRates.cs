using AgencyRoi.Metrics.Costs;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Goals;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Terms.People;

/// <summary>All rates of the agency, ready to find that of an hour. They are few: a person has one a year.</summary>
internal sealed class HourlyRates
{
    private readonly RateTable labour;
    private readonly RateTable overhead;

    private HourlyRates(IReadOnlyList<HourlyRate> rates)
    {
        labour = new(rates.Where(rate => rate.Kind == HourlyRateKind.Labour).Select(rate => rate.AsRate()));
        overhead = new(rates.Where(rate => rate.Kind == HourlyRateKind.Overhead).Select(rate => rate.AsRate()));
    }

    /// <summary>Null: nobody has said what the hour costs.</summary>
    public DatedRate? Labour(Guid personId, RoleClass role, DateOnly day) => labour.Find(personId, role, day);

    /// <summary>Null: the agency keeps no overhead for the hour.</summary>
    public DatedRate? Overhead(Guid personId, RoleClass role, DateOnly day) => overhead.Find(personId, role, day);

    public static async Task<HourlyRates> LoadAsync(DatabaseSession session, CancellationToken cancellationToken) =>
        new(await session.Db.Set<HourlyRate>().AsNoTracking().ToListAsync(cancellationToken));

    /// <summary>
    /// Who values hours keeps the rates as they are until the transaction ends: taken before any ledger's lock, so that a new rate finds
    /// every hour that went without it.
    /// </summary>
    public static Task LockForReadingAsync(DatabaseSession session, CancellationToken cancellationToken) =>
        session.LockSharedAsync(AgencyLock.HourlyRates, cancellationToken);

    /// <summary>Who changes rates waits for those who value with them, and for others who change them.</summary>
    public static Task LockForChangeAsync(DatabaseSession session, CancellationToken cancellationToken) =>
        session.LockAsync(AgencyLock.HourlyRates, cancellationToken);
}
