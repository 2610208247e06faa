using AgencyRoi.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Contacts;

/// <summary>A use of contacts' data: whoever has no legal basis for it is left out.</summary>
/// <param name="Purpose">What they are to be used for.</param>
/// <param name="On">The day, in the client's time zone.</param>
internal sealed record ContactUseInput(ProcessingPurpose Purpose, DateOnly On);

/// <summary>Whom the law lets be used for a purpose on a day: a contact that has a legal basis for it then.</summary>
internal static class ContactUse
{
    /// <summary>The legal bases for the purpose that hold on the day.</summary>
    public static IQueryable<ContactLegalBasis> Bases(DatabaseSession session, ProcessingPurpose purpose, DateOnly on) =>
        session
            .Db.Set<ContactLegalBasis>()
            .Where(basis => basis.Purpose == purpose && basis.RetractedAt == null)
            .Where(basis => basis.EffectiveFrom <= on && (basis.EndedFrom == null || basis.EndedFrom > on));

    /// <summary>The kept contacts that have one, be it of a contact that is merged into them.</summary>
    public static IQueryable<Contact> Usable(DatabaseSession session, ContactUseInput use)
    {
        var bases = Bases(session, use.Purpose, use.On);
        var contacts = session.Db.Set<Contact>();
        return Kept(session)
            .Where(contact => contact.ErasedAt == null)
            .Where(contact => contacts.Any(owner => owner.KeptId == contact.Id && bases.Any(basis => basis.ContactId == owner.Id)));
    }

    public static IQueryable<Contact> Kept(DatabaseSession session) =>
        session.Db.Set<Contact>().Where(contact => contact.MergedIntoId == null);
}
