using AgencyRoi.Ledger.Entries;
using AgencyRoi.Metrics.Costs;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Rows;
using AgencyRoi.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.SharedCosts;

/// <summary>A month's shared cost of one category, divided among clients. What is not allocated stays visible on the house account.</summary>
[TenantOwned]
[Node]
internal sealed class CostAllocation : VersionedRow, ILedgerSource
{
    private CostAllocation() { }

    private CostAllocation(AgencyId tenantId, DateTimeOffset now)
        : base(tenantId, now) { }

    /// <summary>The first day of the month.</summary>
    public DateOnly Month { get; private init; }

    /// <summary>The category of cost.</summary>
    public CostCategory Category { get; private init; }

    /// <summary>By what it was to be divided.</summary>
    public AllocationBasis Basis { get; private set; }

    /// <summary>By what it was divided: another one when the wanted one was zero in the month. Null: nobody could bear anything.</summary>
    public AllocationBasis? UsedBasis { get; private set; }

    /// <summary>The part of the pool that was to be divided, 0 to 1.</summary>
    public decimal Share { get; private set; }

    [GraphQLIgnore]
    public decimal Pool { get; private set; }

    [GraphQLIgnore]
    public decimal Allocated { get; private set; }

    [GraphQLIgnore]
    public string Currency { get; private init; } = "";

    /// <summary>How often it has come to something else: 1 at first.</summary>
    public int Revision { get; private set; } = 1;

    /// <summary>When it was retracted; null while it holds.</summary>
    public DateTimeOffset? RetractedAt { get; private set; }

    /// <summary>When it was first made.</summary>
    public override DateTimeOffset CreatedAt
    {
        get => base.CreatedAt;
        protected init => base.CreatedAt = value;
    }

    /// <summary>The day that its parts are posted on.</summary>
    internal DateOnly LastDay => Month.AddMonths(1).AddDays(-1);

    public static CostAllocation Make(AgencyId tenantId, DateOnly month, CostCategory category, string currency, DateTimeOffset now) =>
        new(tenantId, now)
        {
            Month = month,
            Category = category,
            Currency = currency,
            Revision = 0,
        };

    public void Divide(AllocationBasis basis, decimal share, decimal pool, AllocationResult result, DateTimeOffset now)
    {
        (Basis, Share, Pool, UsedBasis, RetractedAt, UpdatedAt) = (basis, share, pool, result.Basis, null, now);
        Allocated = result.Parts.Sum(part => part.Amount);
        Revision++;
    }

    /// <summary>Gives everything back to the house account. False: it was reversed before.</summary>
    public bool Reverse(DateTimeOffset now)
    {
        if (RetractedAt is not null)
            return false;
        (Allocated, RetractedAt, UpdatedAt) = (0m, now, now);
        Revision++;
        return true;
    }

    public static void Map(ModelBuilder model) =>
        model.Entity<CostAllocation>(allocation =>
        {
            allocation.ToTable("cost_allocations", "app");
            allocation.HasTenantKey();
            allocation.Ignore(row => row.LastDay);
            allocation.Property(row => row.Share).HasPrecision(9, 8);
            allocation.Property(row => row.Pool).HasPrecision(30, 4);
            allocation.Property(row => row.Allocated).HasPrecision(30, 4);
        });
}
