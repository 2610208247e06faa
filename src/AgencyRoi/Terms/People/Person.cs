using AgencyRoi.Metrics.Costs;
using AgencyRoi.Platform;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Terms.People;

/// <summary>Somebody who works for the agency.</summary>
[TenantOwned]
[Node]
internal sealed class Person : IVersioned<PersonId>
{
    private Person() { }

    [GraphQLIgnore]
    public AgencyId TenantId { get; private init; }

    /// <summary>The global id.</summary>
    [ID]
    public PersonId Id { get; private init; }

    /// <summary>As the agency calls them.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Whether they do the work or lead it. Hours keep the class they were entered with.</summary>
    public RoleClass RoleClass { get; private set; }

    /// <summary>Their key in another system; unique within the agency.</summary>
    public string? ExternalReference { get; private set; }

    /// <summary>Goes up with each change; given back in an update to tell that nobody else changed it in between.</summary>
    public long Version { get; private init; } = 1;

    /// <summary>When they were entered.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>When they were last changed.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    public static Person Create(AgencyId tenantId, CreatePersonInput input, DateTimeOffset now) =>
        new()
        {
            TenantId = tenantId,
            Id = new(Guid.CreateVersion7(now)),
            Name = input.Name,
            RoleClass = input.RoleClass,
            ExternalReference = input.ExternalReference,
            CreatedAt = now,
            UpdatedAt = now,
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
