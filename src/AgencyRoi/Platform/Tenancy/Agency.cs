using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Platform.Tenancy;

/// <summary>A marketing agency: the tenant. Its row is made outside the product's requests, by <see cref="AgencyRegistry"/>.</summary>
[NotTenantOwned]
internal sealed class Agency
{
    public AgencyId Id { get; private init; }
    public string Slug { get; private init; } = "";
    public string Name { get; private init; } = "";
    public string CurrencyCode { get; private init; } = "";
    public string TimeZone { get; private init; } = "";
    public DateTimeOffset CreatedAt { get; private init; }
    public long Version { get; private init; }

    public static void Map(ModelBuilder model) =>
        model.Entity<Agency>(agency =>
        {
            agency.ToTable("agencies", "app");
            agency.HasKey(row => row.Id);
            agency.Property(row => row.Id).ValueGeneratedNever();
        });
}
