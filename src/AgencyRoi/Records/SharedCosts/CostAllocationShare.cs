using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.SharedCosts;

/// <summary>A client's part of a shared cost.</summary>
[TenantOwned]
internal sealed class CostAllocationShare
{
    private CostAllocationShare() { }

    public AgencyId TenantId { get; private init; }

    /// <summary>The id of the client.</summary>
    public ClientId ClientId { get; private init; }

    public Guid Id { get; private init; }

    public Guid AllocationId { get; private init; }

    /// <summary>The client's hours, spend, fees, revenue or weight, by the basis that was used; the amount is in proportion to it.</summary>
    public decimal Weight { get; private set; }

    public decimal Amount { get; private set; }

    public long Version { get; private init; } = 1;

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public static CostAllocationShare Of(CostAllocation allocation, ClientId clientId, DateTimeOffset now) =>
        new()
        {
            TenantId = allocation.TenantId,
            ClientId = clientId,
            Id = Guid.CreateVersion7(now),
            AllocationId = allocation.Id,
            CreatedAt = now,
            UpdatedAt = now,
        };

    public void Bear(decimal weight, decimal amount, DateTimeOffset now)
    {
        if ((Weight, Amount) != (weight, amount))
            (Weight, Amount, UpdatedAt) = (weight, amount, now);
    }

    public static void Map(ModelBuilder model) =>
        model.Entity<CostAllocationShare>(share =>
        {
            share.ToTable("cost_allocation_shares", "app");
            share.HasTenantKey();
            share.Property(row => row.Weight).HasPrecision(28, 8);
            share.Property(row => row.Amount).HasPrecision(30, 4);
            share.RefersTo<CostAllocationShare, Client>(row => row.ClientId);
            share.RefersTo<CostAllocationShare, CostAllocation>(row => row.AllocationId);
        });
}
