using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Contacts;

/// <summary>A merge of a contact into another: two that turned out to be one person.</summary>
[TenantOwned]
internal sealed class ContactMerge
{
    [GraphQLIgnore]
    public AgencyId TenantId { get; private init; }

    [GraphQLIgnore]
    public ClientId ClientId { get; private init; }

    [GraphQLIgnore]
    public Guid Id { get; private init; }

    /// <summary>The contact that was merged.</summary>
    [ID<Contact>]
    public Guid MergedId { get; private init; }

    /// <summary>The contact that it was merged into.</summary>
    [ID<Contact>]
    public Guid IntoId { get; private init; }

    /// <summary>When they were merged.</summary>
    public DateTimeOffset MergedAt { get; private init; }

    /// <summary>Who did it.</summary>
    public string MergedBy { get; private init; } = "";

    /// <summary>When the merged contact was split off again; null: it is merged.</summary>
    public DateTimeOffset? SplitAt { get; private set; }

    /// <summary>Who did that; null: it is merged.</summary>
    public string? SplitBy { get; private set; }

    public static ContactMerge Of(Contact merged, Contact into, DateTimeOffset now, string by) =>
        new()
        {
            TenantId = merged.TenantId,
            ClientId = merged.ClientId,
            Id = Guid.CreateVersion7(now),
            MergedId = merged.Id,
            IntoId = into.Id,
            MergedAt = now,
            MergedBy = by,
        };

    public void Split(DateTimeOffset now, string by) => (SplitAt, SplitBy) = (now, by);

    public static void Map(ModelBuilder model) =>
        model.Entity<ContactMerge>(row =>
        {
            row.ToTable("contact_merges", "app");
            row.HasTenantKey();
            row.RefersTo<ContactMerge, Client>(each => each.ClientId);
            row.RefersWithinClientTo<ContactMerge, Contact>(each => each.MergedId);
            row.RefersWithinClientTo<ContactMerge, Contact>(each => each.IntoId);
        });
}
