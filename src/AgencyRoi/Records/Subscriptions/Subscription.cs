using AgencyRoi.Ledger.Entries;
using AgencyRoi.Metrics.Costs;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Recording.Facts;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Subscriptions;

/// <summary>A payment for the use of a platform over a term, for a client or for the whole agency. Its cost is spread over the days of the term.</summary>
/// <remarks>In the schema, <c>Subscription</c> is what clients and their tools expect the root of live operations to be called.</remarks>
[TenantOwned]
[Node]
[GraphQLName("ToolSubscription")]
internal sealed class Subscription : PostedFact<Subscription, SubscriptionStatement>, IPaid
{
    /// <summary>Its client; the house account when the whole agency uses it.</summary>
    [ID<Client>]
    public override ClientId ClientId
    {
        get => base.ClientId;
        protected init => base.ClientId = value;
    }

    /// <summary>The platform or tool.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The first day of the term.</summary>
    public DateOnly From { get; private set; }

    /// <summary>The first day after it.</summary>
    public DateOnly To { get; private set; }

    [GraphQLIgnore]
    public decimal Amount { get; private set; }

    /// <summary>ISO 4217: what it was paid in.</summary>
    public string Currency { get; private set; } = "";

    /// <summary>Who paid it.</summary>
    public PaidBy PaidBy { get; private set; }

    /// <summary>The first day on which it was no longer used, when it was cancelled; null while it was not.</summary>
    public DateOnly? CancelledFrom { get; private set; }

    [GraphQLIgnore]
    public decimal? CancelledAmount { get; private set; }

    /// <summary>Its key in another system, unique among the client's subscriptions; made by us when none was given.</summary>
    public override string ExternalReference { get; protected init; } = "";

    /// <summary>How often its content has been stated: 1 at first, more after each change.</summary>
    public override int Revision
    {
        get => base.Revision;
        protected set => base.Revision = value;
    }

    protected override SourceKind SourceKind => SourceKind.Subscription;

    protected override DateOnly Day => From;

    /// <summary>Ends it early.</summary>
    /// <param name="paid">What it cost in the end; null: what the days used cost, at the currency's minor unit.</param>
    public void Cancel(DateOnly from, decimal? paid, DateTimeOffset now)
    {
        var used = new DateRange(From, from);
        CancelledFrom = from;
        CancelledAmount = paid ?? new Money(DailyShares.Share(Amount, Term, used), Currency).Rounded(MinorUnits.Of(Currency)).Amount;
        NextRevision(now);
    }

    internal SubscriptionFact Fact() =>
        new(ExternalReference, new DateRange(From, CancelledFrom ?? To), new Money(CancelledAmount ?? Amount, Currency), PaidBy);

    public static void Map(ModelBuilder model) =>
        model.Entity<Subscription>(subscription =>
        {
            subscription.ToTable("subscriptions", "app");
            subscription.HasTenantKey();
            subscription.Property(row => row.Amount).HasPrecision(24, 10);
            subscription.Property(row => row.CancelledAmount).HasPrecision(24, 10);
            subscription.RefersTo<Subscription, Client>(row => row.ClientId);
        });

    private DateRange Term => new(From, To);

    // One that is stated again runs its whole term, cancelled before or not.
    protected override void Take(SubscriptionStatement statement)
    {
        base.Take(statement);
        (CancelledFrom, CancelledAmount) = (null, null);
    }
}
