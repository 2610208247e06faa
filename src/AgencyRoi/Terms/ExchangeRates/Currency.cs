using AgencyRoi.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Terms.ExchangeRates;

/// <summary>A currency of ISO 4217.</summary>
[NotTenantOwned]
internal sealed class Currency
{
    private Currency() { }

    /// <summary>Its three letters.</summary>
    public string Code { get; private init; } = "";

    /// <summary>Its English name.</summary>
    public string Name { get; private init; } = "";

    /// <summary>The places to which amounts of it are shown: 2 for EUR, 0 for JPY, 3 for KWD.</summary>
    public short MinorUnits { get; private init; }

    public static void Map(ModelBuilder model) =>
        model.Entity<Currency>(currency =>
        {
            currency.ToTable("currencies", "app");
            currency.HasKey(row => row.Code);
        });
}
