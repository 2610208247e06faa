using AgencyRoi.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Contacts;

/// <summary>Keys, stages and legal bases, which keep the contact that they were given to, read as those of the contacts that are asked for.</summary>
internal static class ContactParts
{
    /// <summary>The contacts whose parts are those of some contacts: of a kept one itself and all that are merged into it, of a merged one itself.</summary>
    public static async Task<ILookup<Guid, Guid>> OwnersAsync(
        DatabaseSession session,
        IReadOnlyCollection<Guid> contacts,
        CancellationToken cancellationToken
    )
    {
        Guid[] wanted = [.. contacts.Distinct()];
        var merged = await session
            .Db.Set<Contact>()
            .Where(contact => wanted.Contains(contact.KeptId) && contact.MergedIntoId != null)
            .Select(contact => new { contact.Id, contact.KeptId })
            .ToListAsync(cancellationToken);
        return wanted
            .Select(id => (Contact: id, Owner: id))
            .Concat(merged.Select(contact => (Contact: contact.KeptId, Owner: contact.Id)))
            .ToLookup(pair => pair.Contact, pair => pair.Owner);
    }

    /// <summary>Facts about contacts, by contact.</summary>
    public static async Task<Func<Guid, IEnumerable<T>>> FactsAsync<T>(
        DatabaseSession session,
        IReadOnlyCollection<Guid> contacts,
        CancellationToken cancellationToken
    )
        where T : class, IOfContact
    {
        var owners = await OwnersAsync(session, contacts, cancellationToken);
        Guid[] all = [.. owners.SelectMany(each => each).Distinct()];
        var facts = await session
            .Db.Set<T>()
            .Where(fact => all.Contains(EF.Property<Guid?>(fact, nameof(IOfContact.ContactId))!.Value))
            .ToListAsync(cancellationToken);
        var byOwner = facts.ToLookup(fact => fact.ContactId!.Value); // the database asks for it
        return contact => owners[contact].SelectMany(owner => byOwner[owner]);
    }

    /// <summary>Keys of contacts, by contact.</summary>
    public static async Task<Func<Guid, IEnumerable<ContactKey>>> KeysAsync(
        DatabaseSession session,
        IReadOnlyCollection<Guid> contacts,
        CancellationToken cancellationToken
    )
    {
        var owners = await OwnersAsync(session, contacts, cancellationToken);
        Guid[] all = [.. owners.SelectMany(each => each).Distinct()];
        var keys = await session.Db.Set<ContactKey>().Where(key => all.Contains(key.ContactId)).ToListAsync(cancellationToken);
        var byOwner = keys.ToLookup(key => key.ContactId);
        return contact => owners[contact].SelectMany(owner => byOwner[owner]);
    }
}
