using AgencyRoi.Metrics.Costs;
using AgencyRoi.Platform;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Rows;
using AgencyRoi.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Terms.People;

/// <summary>Somebody who works for the agency.</summary>
[TenantOwned]
[Node]
internal sealed class Person : VersionedRow<PersonId>
{
    private Person() { }

    private Person(AgencyId tenantId, DateTimeOffset now)
        : base(tenantId, new(Guid.CreateVersion7(now)), now) { }

    /// <summary>As the agency calls them.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Whether they do the work or lead it. Hours keep the class they were entered with.</summary>
    public RoleClass RoleClass { get; private set; }

    /// <summary>Their key in another system; unique within the agency.</summary>
    public string? ExternalReference { get; private set; }

    /// <summary>When they were entered.</summary>
    public override DateTimeOffset CreatedAt
    {
        get => base.CreatedAt;
        protected init => base.CreatedAt = value;
    }

    /// <summary>When they were last changed.</summary>
    public override DateTimeOffset UpdatedAt
    {
        get => base.UpdatedAt;
        protected set => base.UpdatedAt = value;
    }

    public static Person Create(AgencyId tenantId, CreatePersonInput input, DateTimeOffset now) =>
        new(tenantId, now)
        {
            Name = input.Name,
            RoleClass = input.RoleClass,
            ExternalReference = input.ExternalReference,
        };

    public void Change(UpdatePersonInput input, DateTimeOffset now)
    {
        Name = input.Name ?? Name;
        RoleClass = input.RoleClass ?? RoleClass;
        ExternalReference = input.ExternalReference.Or(ExternalReference);
        UpdatedAt = now;
    }

    public static void Map(ModelBuilder model) =>
        model.Entity<Person>(person =>
        {
            person.ToTable("people", "app");
            person.HasTenantKey();
        });
}
