using AgencyRoi.Ledger.Posting;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Records.Contacts;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Reports.PersonalData;

/// <summary>
/// Erases a person in one transaction, under the lock of the client's ledger: whoever records, merges or posts comes before or after. What names the person is found first,
/// then replaced everywhere by the same texts.
/// </summary>
internal static class ContactErasing
{
    public static async Task<FieldResult<Contact>> EraseAsync(
        DatabaseSession session,
        EraseContactInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var client = await session
            .Db.Set<Contact>()
            .Where(contact => contact.Id == input.Id)
            .Select(contact => (ClientId?)contact.ClientId)
            .SingleOrDefaultAsync(cancellationToken);
        if (client is not { } of)
            return NotFoundError.Of("contact").Refuse<Contact>();
        await session.AllowBulkWorkAsync(cancellationToken);
        await LedgerHeads.LockAsync(session, [of], cancellationToken);
        var contact = await ReadAsync(session, input.Id, cancellationToken);
        if (contact.ErasedAt is not null)
            return contact;
        if (contact.Version != input.Version)
            return new ConflictError().Refuse<Contact>();
        if (contact.MergedIntoId is not null)
            return BadInputError
                .At("id", "The contact is merged into another: erase the one that is kept, or split it first if it is somebody else.")
                .Refuse<Contact>();
        await EraseAsync(session, contact, now, cancellationToken);
        return await ReadAsync(session, input.Id, cancellationToken);
    }

    private static async Task EraseAsync(DatabaseSession session, Contact contact, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var client = contact.ClientId;
        var timeZone = await session
            .Db.Set<Client>()
            .Where(row => row.Id == client)
            .Select(row => row.TimeZone)
            .SingleAsync(cancellationToken);
        var person = (await Person.OfContactsAsync(session, [contact], cancellationToken))[contact.Id];
        var facts = await ErasedFacts.LoadAsync(session, person, cancellationToken);
        var units = await ErasedUnits.LoadAsync(session, client, facts.Sources, cancellationToken);
        var texts = new ErasedTexts(facts.TextsOf(person).Concat(units.Texts));
        var journeys = ErasedJourneys.Of(person, facts, timeZone);

        var entries = await units.RenameAsync(session, client, texts, facts, cancellationToken);
        await FactErasing.EraseAsync(session, client, facts, texts, journeys, now, cancellationToken);
        await journeys.MoveSumsAsync(session, client, cancellationToken);
        var (keys, attributes, offers, stages, bases) = await CardErasing.EraseAsync(
            session,
            person,
            today: Calendar.DayIn(timeZone, now),
            now,
            cancellationToken
        );
        session.Db.Add(
            new ContactErasure
            {
                TenantId = session.TenantId,
                ClientId = client,
                Id = Guid.CreateVersion7(now),
                ContactId = contact.Id,
                ErasedAt = now,
                ErasedBy = session.Scope.Actor,
                ContactCount = person.Contacts.Length,
                KeyCount = keys,
                AttributeCount = attributes,
                OfferCount = offers,
                StageCount = stages,
                LegalBasisCount = bases,
                TouchCount = facts.Touches.Count,
                SaleCount = facts.Sales.Count,
                RefundCount = facts.Refunds.Count,
                OutcomeCount = facts.Outcomes.Count,
                StreamFactCount = facts.StreamFacts.Count + facts.SharedStreamFacts.Count,
                LedgerEntryCount = entries,
            }
        );
        await session.Db.SaveChangesAsync(cancellationToken);
    }

    private static Task<Contact> ReadAsync(DatabaseSession session, Guid id, CancellationToken cancellationToken) =>
        session.Db.Set<Contact>().AsNoTracking().SingleAsync(contact => contact.Id == id, cancellationToken);
}
