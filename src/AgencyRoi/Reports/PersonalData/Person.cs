using AgencyRoi.Platform.Database;
using AgencyRoi.Records.Contacts;
using AgencyRoi.Records.Journeys;
using AgencyRoi.Records.Sales;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Reports.PersonalData;

/// <summary>By what the facts of a client name one person.</summary>
/// <param name="Contacts">The contacts whose data are theirs: a kept one and all that are merged into it.</param>
/// <param name="Keys">The hashes of their keys, one of which is that of their journeys.</param>
/// <param name="References">The texts by which facts name them, where these keep a text: conversions, outcomes, referrals, retentions.</param>
internal sealed record Person(ClientId ClientId, Guid[] Contacts, Guid[] Keys, string[] References)
{
    private static readonly string AllReferences = EmbeddedSql.Read("Reports.PersonalData.references_of_facts.sql");

    /// <summary>
    /// The people of some contacts. A text is no hash: the distinct texts of the client's facts are hashed as each kind of key and compared, once for each client that is
    /// asked about.
    /// </summary>
    public static async Task<IReadOnlyDictionary<Guid, Person>> OfContactsAsync(
        DatabaseSession session,
        IReadOnlyCollection<Contact> contacts,
        CancellationToken cancellationToken
    )
    {
        var ids = contacts.Select(contact => contact.Id).Distinct().ToList();
        var owners = await ContactParts.OwnersAsync(session, ids, cancellationToken);
        var keysOf = await ContactParts.KeysAsync(session, ids, cancellationToken);
        var people = new Dictionary<Guid, Person>();
        foreach (var client in contacts.DistinctBy(contact => contact.Id).GroupBy(contact => contact.ClientId, contact => contact.Id))
        {
            var secrets = await JourneyKeys.KnownAsync(session, [client.Key], cancellationToken);
            var texts = await TextsAsync(session, client.Key, cancellationToken);
            var keys = client.ToDictionary(contact => contact, contact => keysOf(contact).ToList());
            var networks = keys.Values.SelectMany(each => each.Select(key => key.NetworkCode)).OfType<string>().Distinct().ToList();
            var byHash = texts
                .SelectMany(text => AsKeys(text, networks).Select(key => (GivenKeys.Of(key, client.Key, secrets)?.Hash, Text: text)))
                .ToLookup(pair => pair.Hash, pair => pair.Text);
            foreach (var (contact, its) in keys)
                people[contact] = await WithVisitorsAsync(
                    session,
                    new(
                        client.Key,
                        [.. owners[contact]],
                        [.. its.Select(key => key.KeyHash)],
                        [.. its.SelectMany(key => byHash[key.KeyHash]).Distinct()]
                    ),
                    cancellationToken
                );
        }
        return people;
    }

    // A conversion that names a visitor and them says whose key that is, unless it is the key of another contact.
    private static async Task<Person> WithVisitorsAsync(DatabaseSession session, Person person, CancellationToken cancellationToken)
    {
        if (person.References.Length == 0)
            return person;
        var keys = session.Db.Set<ContactKey>();
        var beside = await session
            .Db.Set<Sale>()
            .Where(sale => sale.ClientId == person.ClientId && sale.JourneyKey != null)
            .Where(sale => sale.ContactReference != null && person.References.Contains(sale.ContactReference))
            .Select(sale => sale.JourneyKey!.Value)
            .Where(key => !keys.Any(known => known.ClientId == person.ClientId && known.KeyHash == key))
            .Distinct()
            .ToListAsync(cancellationToken);
        return person with { Keys = [.. person.Keys.Union(beside)] };
    }

    // A reference is a CRM id and should be no address; where it is one all the same it is found.
    private static IEnumerable<AskedKey> AsKeys(string text, IEnumerable<string> networks) =>
        [
            new(ContactKeyKind.CrmId, text),
            new(ContactKeyKind.Email, text),
            new(ContactKeyKind.Device, text),
            .. networks.Select(network => new AskedKey(ContactKeyKind.Handle, text, network)),
        ];

    private static async Task<IReadOnlyList<string>> TextsAsync(
        DatabaseSession session,
        ClientId client,
        CancellationToken cancellationToken
    )
    {
        var texts = new List<string>();
        await using var command = session.Command(AllReferences).With(session.TenantId, session.Visible(client));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            texts.Add(reader.GetString(0));
        return texts;
    }
}
