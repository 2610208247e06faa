using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Rows;
using AgencyRoi.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Terms.ExchangeRates;

/// <summary>
/// An exchange rate that the agency keeps for itself. An amount is converted at the daily rate of its day; else at the monthly rate of its month; else at
/// the last daily rate of at most seven days before; else it is refused with NO_EXCHANGE_RATE.
/// </summary>
[TenantOwned]
[Node]
internal sealed class ExchangeRate : VersionedRow
{
    private ExchangeRate() { }

    private ExchangeRate(AgencyId tenantId, DateTimeOffset now)
        : base(tenantId, now) { }

    /// <summary>ISO 4217: the currency of which one unit is meant.</summary>
    public string BaseCurrency { get; private init; } = "";

    /// <summary>ISO 4217: the currency that the rate counts.</summary>
    public string QuoteCurrency { get; private init; } = "";

    /// <summary>Whether it is a day's or a month's rate.</summary>
    public RateGranularity Granularity { get; private init; }

    /// <summary>Its day, or the first of its month.</summary>
    public DateOnly Day { get; private init; }

    /// <summary>Units of the quote currency for one of the base currency, above zero, with up to ten places.</summary>
    public decimal Rate { get; private set; }

    /// <summary>Where it was taken from.</summary>
    public string Source { get; private set; } = "";

    public static ExchangeRate Create(AgencyId tenantId, SetExchangeRateInput input, DateTimeOffset now) =>
        new(tenantId, now)
        {
            BaseCurrency = input.BaseCurrency,
            QuoteCurrency = input.QuoteCurrency,
            Granularity = input.Granularity,
            Day = input.Day,
            Rate = input.Rate,
            Source = input.Source,
        };

    public bool Says(SetExchangeRateInput input) => (Rate, Source) == (input.Rate, input.Source);

    /// <summary>The same rate again changes nothing.</summary>
    public void Set(decimal rate, string source, DateTimeOffset now)
    {
        if ((rate, source) == (Rate, Source))
            return;
        (Rate, Source, UpdatedAt) = (rate, source, now);
    }

    public static void Map(ModelBuilder model) =>
        model.Entity<ExchangeRate>(rate =>
        {
            rate.ToTable("exchange_rates", "app");
            rate.HasTenantKey();
            rate.Property(row => row.Rate).HasPrecision(20, 10);
        });
}
