using AgencyRoi.Ledger.Entries;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Recording.Facts;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Sales;

/// <summary>Money given back for a sale, in the sale's currency. It lowers the value on its own day; the sale's day stays as it was.</summary>
[TenantOwned]
[Node]
internal sealed class Refund : PostedFact<Refund, RefundStatement>
{
    /// <summary>The sale that was paid back.</summary>
    [ID<Sale>]
    public Guid SaleId { get; private set; }

    /// <summary>The day of the refund, in the client's time zone.</summary>
    public DateOnly OccurredOn { get; private set; }

    /// <summary>Net of tax, above zero, in the sale's currency.</summary>
    public decimal Amount { get; private set; }

    /// <summary>Why it was given.</summary>
    public string? Reason { get; private set; }

    /// <summary>Its key in another system, unique among the client's refunds; made by us when none was given.</summary>
    public override string ExternalReference { get; protected init; } = "";

    /// <summary>What it takes back in the client's currency when it was posted, below zero, four places; null: posted before this was kept.</summary>
    [GraphQLIgnore]
    public decimal? BookedAmount { get; private set; }

    protected override SourceKind SourceKind => SourceKind.Refund;

    protected override DateOnly Day => OccurredOn;

    /// <summary>It says the same, and its sale does not: what it takes back is valued anew.</summary>
    public void RevalueWithSale(DateTimeOffset now) => NextRevision(now);

    /// <summary>Notes what it takes back as a whole.</summary>
    public void Book(decimal amount) => BookedAmount = amount;

    internal RefundFact Fact(string currency) => new(ExternalReference, OccurredOn, new Money(Amount, currency));

    public static void Map(ModelBuilder model) =>
        model.Entity<Refund>(refund =>
        {
            refund.ToTable("refunds", "app");
            refund.HasTenantKey();
            refund.Property(row => row.Amount).HasPrecision(24, 10);
            refund.Property(row => row.BookedAmount).HasPrecision(20, 4);
            refund.RefersWithinClientTo<Refund, Sale>(row => row.SaleId);
        });
}
