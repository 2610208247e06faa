using AgencyRoi.Clients;
using AgencyRoi.Database;
using AgencyRoi.Errors;
using AgencyRoi.GraphQL.Binding;
using AgencyRoi.GraphQL.Binding.Relay;
using AgencyRoi.Ledger;
using AgencyRoi.Metrics;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Sales;

/// <summary>Money given back for a sale, in the sale's currency. It lowers the value on its own day; the sale's day stays as it was.</summary>
[TenantOwned]
[Node]
internal sealed class Refund : IVersioned, ILedgerSource
{
    private Refund() { }

    [GraphQLIgnore]
    public Guid TenantId { get; private init; }

    /// <summary>The id of its client.</summary>
    [ID<Client>]
    public Guid ClientId { get; private init; }

    /// <summary>The global id.</summary>
    [ID]
    public Guid Id { get; private init; }

    /// <summary>The sale that was paid back.</summary>
    [ID<Sale>]
    public Guid SaleId { get; private init; }

    /// <summary>The day of the refund, in the client's time zone.</summary>
    public DateOnly OccurredOn { get; private set; }

    /// <summary>Net of tax, above zero, in the sale's currency.</summary>
    public decimal Amount { get; private set; }

    /// <summary>Why it was given.</summary>
    public string? Reason { get; private set; }

    /// <summary>Its key in another system, unique among the client's refunds; made by us when none was given.</summary>
    public string ExternalReference { get; private init; } = "";

    /// <summary>How often its content has been stated: 1 at first, more after each correction.</summary>
    public int Revision { get; private set; } = 1;

    /// <summary>When it was taken back; null while it counts.</summary>
    public DateTimeOffset? RetractedAt { get; private set; }

    /// <summary>Goes up with each change; given back in an update to tell that nobody else changed it in between.</summary>
    public long Version { get; private init; } = 1;

    /// <summary>When it was entered.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    public static Refund Record(Sale sale, RefundDraft draft, DateTimeOffset now)
    {
        var refund = new Refund
        {
            TenantId = sale.TenantId,
            ClientId = sale.ClientId,
            Id = Guid.CreateVersion7(now),
            SaleId = sale.Id,
            ExternalReference = draft.ExternalReference,
            CreatedAt = now,
        };
        refund.Take(draft, now);
        return refund;
    }

    /// <summary>Whether it counts and says just this.</summary>
    public bool Says(RefundDraft draft) =>
        RetractedAt is null && (OccurredOn, Amount, Reason) == (draft.OccurredOn, draft.Amount, draft.Reason);

    /// <summary>States it anew; one that was taken back counts again.</summary>
    public void Revise(RefundDraft draft, DateTimeOffset now)
    {
        Revision++;
        RetractedAt = null;
        Take(draft, now);
    }

    /// <summary>It says the same, and its sale does not: what it takes back is valued anew.</summary>
    public void FollowSale(DateTimeOffset now)
    {
        Revision++;
        UpdatedAt = now;
    }

    /// <summary>Takes it back: its entries are reversed, the row stays. False: it was taken back before.</summary>
    public bool Retract(DateTimeOffset now)
    {
        if (RetractedAt is not null)
            return false;
        Revision++;
        RetractedAt = UpdatedAt = now;
        return true;
    }

    internal RefundFact Fact(string currency) => new(ExternalReference, OccurredOn, new Money(Amount, currency));

    public static void Map(ModelBuilder model) =>
        model.Entity<Refund>(refund =>
        {
            refund.ToTable("refunds", "app");
            refund.HasTenantKey();
            refund.Property(row => row.Amount).HasPrecision(20, 10);
            refund.RefersWithinClientTo<Refund, Sale>(row => row.SaleId);
        });

    private void Take(RefundDraft draft, DateTimeOffset now)
    {
        OccurredOn = draft.OccurredOn;
        Amount = draft.Amount;
        Reason = draft.Reason;
        UpdatedAt = now;
    }
}
