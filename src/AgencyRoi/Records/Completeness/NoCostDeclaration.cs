using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Rows;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Completeness;

/// <summary>Somebody's word that a client had no cost of a category in a month. A cost that comes later takes its place.</summary>
[TenantOwned]
[Node]
internal sealed class NoCostDeclaration : VersionedRow, IOfClient
{
    private NoCostDeclaration() { }

    private NoCostDeclaration(AgencyId tenantId, DateTimeOffset now)
        : base(tenantId, now) { }

    /// <summary>Its client.</summary>
    [ID<Client>]
    public ClientId ClientId { get; private init; }

    /// <summary>The first day of the month.</summary>
    public DateOnly Month { get; private init; }

    /// <summary>The category without cost.</summary>
    public CostCategory Category { get; private init; }

    /// <summary>How it is known.</summary>
    public string? Note { get; private set; }

    /// <summary>When it was retracted; null while it holds.</summary>
    public DateTimeOffset? RetractedAt { get; private set; }

    /// <summary>When it was first made.</summary>
    public override DateTimeOffset CreatedAt
    {
        get => base.CreatedAt;
        protected init => base.CreatedAt = value;
    }

    public static NoCostDeclaration Make(AgencyId tenantId, ClientId clientId, CostCategory category, DateOnly month, DateTimeOffset now) =>
        new(tenantId, now)
        {
            ClientId = clientId,
            Month = month,
            Category = category,
        };

    /// <summary>The same word again changes nothing.</summary>
    public void Declare(string? note, DateTimeOffset now)
    {
        if (RetractedAt is null && Note == note)
            return;
        (Note, RetractedAt, UpdatedAt) = (note, null, now);
    }

    public void Withdraw(DateTimeOffset now)
    {
        if (RetractedAt is null)
            RetractedAt = UpdatedAt = now;
    }

    public static void Map(ModelBuilder model) =>
        model.Entity<NoCostDeclaration>(declaration =>
        {
            declaration.ToTable("no_cost_declarations", "app");
            declaration.HasTenantKey();
            declaration.RefersTo<NoCostDeclaration, Client>(row => row.ClientId);
        });
}
