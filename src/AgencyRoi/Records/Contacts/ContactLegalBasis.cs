using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Records.Journeys;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Contacts;

/// <summary>A legal basis for processing the data of a contact for a purpose, from a day on.</summary>
[TenantOwned]
[Node]
internal sealed class ContactLegalBasis : StatedFact<ContactLegalBasis, ContactLegalBasisStatement>, IOfContact, IOfClient
{
    internal static readonly ContactRecording<ContactLegalBasis, ContactLegalBasisStatement> Recording = new("legal basis");

    /// <summary>The contact.</summary>
    [ID<Contact>]
    public Guid? ContactId { get; private set; }

    /// <summary>The purpose that it is for, and for no other.</summary>
    public ProcessingPurpose Purpose { get; private set; }

    /// <summary>The basis.</summary>
    public LegalBasis LegalBasis { get; private set; }

    /// <summary>The first day on which it holds, in the client's time zone.</summary>
    public DateOnly EffectiveFrom { get; private set; }

    /// <summary>The form, the contract or the system that it was taken from.</summary>
    public string Source { get; private set; } = "";

    /// <summary>The key of the proof in another system; null: none was given.</summary>
    public string? Proof { get; private set; }

    /// <summary>The first day on which it no longer holds: consent was withdrawn, legitimate interests were objected to, or the basis is gone. Null: it holds.</summary>
    public DateOnly? EndedFrom { get; private set; }

    /// <summary>Its key in another system, unique among the legal bases of the client's contacts; made by us when none was given.</summary>
    public override string ExternalReference { get; protected init; } = "";

    /// <summary>Ends it. The same end again changes nothing, and another day takes the place of the one before.</summary>
    public IUserError? End(DateOnly from, DateTimeOffset now)
    {
        if (RetractedAt is not null)
            return BadInputError.At("id", "A legal basis that was taken back cannot end.");
        if (from < EffectiveFrom)
            return BadInputError.At("endedFrom", "It ends on its first day or later.");
        if (EndedFrom != from)
            (EndedFrom, UpdatedAt) = (from, now);
        return null;
    }

    public static void Map(ModelBuilder model) =>
        model.Entity<ContactLegalBasis>(row =>
        {
            row.ToTable("contact_legal_bases", "app");
            row.HasTenantKey();
            row.Property(each => each.ContactId).IsRequired();
            row.RefersTo<ContactLegalBasis, Client>(each => each.ClientId);
            row.RefersWithinClientTo<ContactLegalBasis, Contact>(each => each.ContactId);
        });
}
