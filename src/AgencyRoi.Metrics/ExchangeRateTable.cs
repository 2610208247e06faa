namespace AgencyRoi.Metrics;

/// <summary>How long a rate holds.</summary>
public enum RateGranularity
{
    /// <summary>Its day; and at most seven days after, where no newer one and no monthly one holds.</summary>
    Day,

    /// <summary>Its calendar month, on the days that have no daily rate of their own.</summary>
    Month,
}

/// <summary>A rate as the agency entered it: units of the quote currency for one of the base currency.</summary>
public sealed record QuotedRate(
    string BaseCurrency,
    string QuoteCurrency,
    RateGranularity Granularity,
    DateOnly Day,
    decimal Rate,
    string Source
);

/// <summary>A rate found for a day. A cross rate bears the date of its older half and the names of both sources.</summary>
/// <param name="Rate">Sixteen places, as the ledger keeps it, so that amounts can be recomputed from what was kept.</param>
public sealed record ExchangeRate(decimal Rate, DateOnly Day, string Source)
{
    public const int Places = 16;
}

/// <summary>
/// The rates of one agency. A pair's rate for a day is the daily rate of that day; else the monthly rate of that month; else the last daily
/// rate of at most seven days before (methodology, section 16). Each holds as quoted or turned round. A pair without a rate of its own has a
/// cross rate through a currency that both sides are quoted with: its older half decides how it ranks, and the currency's code breaks a tie.
/// </summary>
public sealed class ExchangeRateTable
{
    private const int DaysAfter = 7;

    private readonly Dictionary<(string From, string To), Quotes> pairs = [];
    private readonly Dictionary<string, SortedSet<string>> neighbours = [];

    public ExchangeRateTable(IEnumerable<QuotedRate> rates)
    {
        foreach (var rate in rates)
        {
            if (rate.Rate <= 0m)
                throw new ArgumentException("A rate must be above zero.", nameof(rates));
            Add(rate.BaseCurrency, rate.QuoteCurrency, rate, rate.Rate, turned: false);
            Add(rate.QuoteCurrency, rate.BaseCurrency, rate, 1m / rate.Rate, turned: true);
        }
    }

    /// <summary>Units of <paramref name="to"/> for one of <paramref name="from"/>; null when the agency has no rate for that day.</summary>
    public ExchangeRate? Find(string from, string to, DateOnly day)
    {
        if (from == to)
            return new(1m, day, from);
        var found = Own(from, to, day) ?? Cross(from, to, day);
        return found is null
            ? null
            : new(decimal.Round(found.Rate, ExchangeRate.Places, MidpointRounding.AwayFromZero), found.Day, found.Source);
    }

    private Quote? Own(string from, string to, DateOnly day) => pairs.TryGetValue((from, to), out var quotes) ? quotes.On(day) : null;

    private Quote? Cross(string from, string to, DateOnly day)
    {
        if (!neighbours.TryGetValue(from, out var around))
            return null;

        Quote? best = null;
        foreach (var middle in around)
        {
            if (Own(from, middle, day) is not { } first || Own(middle, to, day) is not { } second)
                continue;
            var cross = first.Then(second);
            if (best is null || cross.Fit < best.Fit)
                best = cross;
        }
        return best;
    }

    private void Add(string from, string to, QuotedRate rate, decimal value, bool turned)
    {
        if (!pairs.TryGetValue((from, to), out var quotes))
            pairs[(from, to)] = quotes = new();
        quotes.Add(rate.Granularity, new(value, rate.Day, rate.Source, Fit.OfThatDay), turned);

        if (!neighbours.TryGetValue(from, out var around))
            neighbours[from] = around = new(StringComparer.Ordinal);
        around.Add(to);
    }

    /// <summary>How well a rate fits a day, the best first.</summary>
    private enum Fit
    {
        OfThatDay,
        OfTheMonth,
        OfADayBefore,
    }

    private sealed record Quote(decimal Rate, DateOnly Day, string Source, Fit Fit)
    {
        public Quote Then(Quote next) =>
            new(
                Rate * next.Rate,
                Day < next.Day ? Day : next.Day,
                Source == next.Source ? Source : $"{Source}; {next.Source}",
                Fit > next.Fit ? Fit : next.Fit
            );
    }

    private sealed class Quotes
    {
        private readonly Dictionary<DateOnly, Quote> daily = [];
        private readonly Dictionary<DateOnly, Quote> monthly = [];

        // As quoted wins over turned round, in whatever order they come.
        public void Add(RateGranularity granularity, Quote quote, bool turned)
        {
            var (held, key) = granularity switch
            {
                RateGranularity.Day => (daily, quote.Day),
                RateGranularity.Month => (monthly, IntervalBuckets.StartOf(quote.Day, TimeInterval.Month)),
                _ => throw new ArgumentOutOfRangeException(nameof(granularity), granularity, null),
            };
            if (turned)
                held.TryAdd(key, quote);
            else
                held[key] = quote;
        }

        public Quote? On(DateOnly day) =>
            daily.GetValueOrDefault(day)
            ?? (
                monthly.GetValueOrDefault(IntervalBuckets.StartOf(day, TimeInterval.Month)) is { } ofMonth
                    ? ofMonth with
                    {
                        Fit = Fit.OfTheMonth,
                    }
                    : Before(day)
            );

        private Quote? Before(DateOnly day)
        {
            for (var age = 1; age <= Math.Min(DaysAfter, day.DayNumber) && daily.Count > 0; age++)
            {
                if (daily.TryGetValue(day.AddDays(-age), out var quote))
                    return quote with { Fit = Fit.OfADayBefore };
            }
            return null;
        }
    }
}
