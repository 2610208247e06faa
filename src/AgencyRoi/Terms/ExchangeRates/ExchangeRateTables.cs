using AgencyRoi.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Terms.ExchangeRates;

/// <summary>The agency's rates for the days that are to be valued. Every conversion in the product goes through a table made here.</summary>
internal static class ExchangeRateTables
{
    // A daily rate holds at most seven days longer, a monthly one starts up to thirty days before the day it serves.
    private const int DaysBefore = 31;

    /// <param name="from">The first day to be valued.</param>
    /// <param name="to">The last day to be valued.</param>
    public static async Task<ExchangeRateTable> LoadAsync(
        DatabaseSession session,
        DateOnly from,
        DateOnly to,
        CancellationToken cancellationToken
    )
    {
        var earliest = from.DayNumber > DaysBefore ? from.AddDays(-DaysBefore) : DateOnly.MinValue;
        var rates = await session
            .Db.Set<ExchangeRate>()
            .AsNoTracking()
            .Where(rate => rate.StartsOn >= earliest && rate.StartsOn <= to)
            .Select(rate => new QuotedRate(
                BaseCurrency: rate.BaseCurrency,
                QuoteCurrency: rate.QuoteCurrency,
                rate.Granularity,
                rate.StartsOn,
                rate.Rate,
                rate.Source
            ))
            .ToListAsync(cancellationToken);
        return new ExchangeRateTable(rates);
    }
}
