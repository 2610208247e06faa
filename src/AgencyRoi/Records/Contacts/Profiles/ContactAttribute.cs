using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Recording.Facts;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Contacts.Profiles;

/// <summary>A value that an attribute of a contact had on a day; it holds until a later day says another.</summary>
[TenantOwned]
[Node]
internal sealed class ContactAttribute : StatedFact<ContactAttribute, ContactAttributeStatement>, IOfContact, IOfClient
{
    internal static readonly ContactAttributeRecording Recording = new();

    /// <summary>The contact.</summary>
    [ID<Contact>]
    public Guid? ContactId { get; private set; }

    /// <summary>The code of the attribute of the client's profiles.</summary>
    public string AttributeCode { get; private set; } = "";

    /// <summary>The value.</summary>
    public string Value { get; private set; } = "";

    /// <summary>The day on which it was so, in the client's time zone.</summary>
    public DateOnly OccurredOn { get; private set; }

    /// <summary>The form, the conversation or the system that it was taken from.</summary>
    public string Source { get; private set; } = "";

    /// <summary>Its key in another system, unique among the attributes of the client's contacts; made by us when none was given.</summary>
    public override string ExternalReference { get; protected init; } = "";

    public static void Map(ModelBuilder model) =>
        model.Entity<ContactAttribute>(row =>
        {
            row.ToTable("contact_attributes", "app");
            row.HasTenantKey();
            row.Property(each => each.ContactId).IsRequired();
            row.RefersTo<ContactAttribute, Client>(each => each.ClientId);
            row.RefersWithinClientTo<ContactAttribute, Contact>(each => each.ContactId);
        });
}
