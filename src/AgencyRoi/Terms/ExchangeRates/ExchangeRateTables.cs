using AgencyRoi.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Terms.ExchangeRates;

/// <summary>The agency's rates for the days that are to be valued. Every conversion in the product goes through a table made here.</summary>
internal static class ExchangeRateTables
{
    // A daily rate holds at most seven days longer, a monthly one starts up to thirty days before the day it serves.
    private const int DaysBefore = 31;

    /// <param name="first">The first day to be valued.</param>
    /// <param name="last">The last day to be valued.</param>
    public static async Task<ExchangeRateTable> LoadAsync(
        DatabaseSession session,
        DateOnly first,
        DateOnly last,
        CancellationToken cancellationToken
    )
    {
        var earliest = first.DayNumber > DaysBefore ? first.AddDays(-DaysBefore) : DateOnly.MinValue;
        var rates = await session
            .Db.Set<ExchangeRate>()
            .AsNoTracking()
            .Where(rate => rate.Day >= earliest && rate.Day <= last)
            .Select(rate => new QuotedRate(
                BaseCurrency: rate.BaseCurrency,
                QuoteCurrency: rate.QuoteCurrency,
                rate.Granularity,
                rate.Day,
                rate.Rate,
                rate.Source
            ))
            .ToListAsync(cancellationToken);
        return new ExchangeRateTable(rates);
    }
}
