using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Records.Journeys;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Contacts;

/// <summary>
/// Finds the contacts that statements mean, each as if those before it were stored. Several keys join each other; keys of two contacts are refused, since nobody
/// but a person can say whether the two are one.
/// </summary>
internal sealed class ContactFinding
{
    private static readonly string KnownKeys = EmbeddedSql.Read("Records.Contacts.known_keys.sql");

    private readonly Dictionary<(ClientId, Guid Hash), Guid> owners = [];
    private readonly Dictionary<Guid, (ClientId ClientId, Guid KeptId)> contacts = [];
    private readonly Dictionary<(ClientId, string Reference), Guid> stated;
    private readonly HashSet<Guid> fresh = [];
    private readonly HashSet<Guid> erased = [];
    private readonly RolledBackContacts? earlier;
    private HashSet<string> networks = [];

    private ContactFinding(Dictionary<(ClientId, string), Guid> stated, RolledBackContacts? earlier) =>
        (this.stated, this.earlier) = (stated, earlier);

    /// <summary>The statements with the contacts that they mean in place of keys, or with what is wrong.</summary>
    /// <param name="stated">The contacts of facts that are stated again, by client and reference.</param>
    public static async Task<IReadOnlyList<TStatement>> FindAsync<TStatement>(
        DatabaseSession session,
        IReadOnlyList<TStatement> statements,
        JourneyKeys hashes,
        Dictionary<(ClientId, string), Guid> stated,
        CancellationToken cancellationToken
    )
        where TStatement : ContactStatement
    {
        var finding = new ContactFinding(stated, session.RolledBack?.Of<RolledBackContacts>());
        IReadOnlyList<GivenKey>[] keys = [.. statements.Select(statement => GivenKeys.Of(statement, hashes))];
        await finding.LoadKeysAsync(session, [.. statements.Zip(keys)], cancellationToken);
        await finding.LoadContactsAsync(session, statements, cancellationToken);
        return [.. statements.Zip(keys, finding.Find)];
    }

    private TStatement Find<TStatement>(TStatement statement, IReadOnlyList<GivenKey> keys)
        where TStatement : ContactStatement
    {
        var found = Find(statement, keys, out var contactId);
        return (TStatement)(
            (ContactStatement)statement with
            {
                ContactId = contactId,
                Email = null,
                CrmId = null,
                NetworkCode = null,
                Handle = null,
                Device = null,
                Found = found,
            }
        );
    }

    private FoundContact Find(ContactStatement statement, IReadOnlyList<GivenKey> keys, out Guid? contactId)
    {
        contactId = statement.ContactId;
        var client = statement.ClientId;
        if (contactId is { } id && (!contacts.TryGetValue(id, out var contact) || contact.ClientId != client))
            return FoundContact.None(NotFoundError.Of("contact", "contactId"));
        if (contactId is { } named && erased.Contains(named))
            return FoundContact.None(BadInputError.At("contactId", "The contact was erased: nothing is recorded of it any more."));
        if (statement.NetworkCode is { } network && !networks.Contains(network))
            return FoundContact.None(NotFoundError.Of("network", "networkCode"));
        if (contactId is null && keys.Count == 0)
            return new([]); // Of a client that is not there.

        Guid? kept = contactId is { } given ? contacts[given].KeptId : null;
        var meant = new HashSet<Guid>();
        foreach (var key in keys)
            if (owners.TryGetValue((client, key.Hash), out var owner))
            {
                meant.Add(owner);
                kept ??= contacts[owner].KeptId;
                if (contacts[owner].KeptId != kept)
                    return FoundContact.None(TwoContacts(key));
            }
        contactId ??= kept is { } one ? Among(statement, meant, one) : Guid.CreateVersion7();
        if (contacts.TryAdd(contactId.Value, (client, contactId.Value)))
            fresh.Add(contactId.Value);
        foreach (var key in keys)
            owners.TryAdd((client, key.Hash), contactId.Value);
        return new(keys, IsNew: fresh.Contains(contactId.Value));
    }

    // A fact that is stated again stays with the contact that it was given to while that is one of those that the keys mean, however they were merged since.
    private Guid Among(ContactStatement statement, HashSet<Guid> meant, Guid kept) =>
        stated.TryGetValue((statement.ClientId, statement.ExternalReference), out var before)
        && contacts.TryGetValue(before, out var its)
        && its.KeptId == kept
            ? before
        : meant.Count == 1 ? meant.Single()
        : kept;

    private static AlreadyExistsError TwoContacts(GivenKey key) =>
        new(
            "The statement names two contacts: merge them by mergeContacts if they are one person, or give the keys of one of them alone.",
            ["input", key.Field]
        );

    private async Task LoadKeysAsync(
        DatabaseSession session,
        IReadOnlyList<(ContactStatement Statement, IReadOnlyList<GivenKey> Keys)> given,
        CancellationToken cancellationToken
    )
    {
        var all = given.SelectMany(each => each.Keys.Select(key => (each.Statement.ClientId, Key: key))).ToList();
        if (all.Count == 0)
            return;
        await using (var batch = session.Batch())
        {
            batch.AddInOrderOfIndex(
                KnownKeys,
                session.TenantId,
                all.Select(each => session.Visible(each.ClientId)).ToArray(),
                all.Select(each => each.Key.Hash).ToArray()
            );
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                owners[(reader.GetId<ClientId>(0), reader.GetGuid(1))] = reader.GetGuid(2);
        }
        foreach (var (client, key) in all)
            if (earlier?.OwnerOf(client, key) is { } owner)
                owners.TryAdd((client, key.Hash), owner);
        if (all.Exists(each => each.Key.Kind == ContactKeyKind.Handle))
            networks = await NetworkCodes.LoadAsync(session, cancellationToken);
    }

    private async Task LoadContactsAsync(
        DatabaseSession session,
        IEnumerable<ContactStatement> statements,
        CancellationToken cancellationToken
    )
    {
        Guid[] named =
        [
            .. owners.Values.Concat(stated.Values).Concat(statements.Select(statement => statement.ContactId).OfType<Guid>()).Distinct(),
        ];
        var there = await session
            .Db.Set<Contact>()
            .Where(contact => named.Contains(contact.Id))
            .Select(contact => new
            {
                contact.Id,
                contact.ClientId,
                contact.KeptId,
                IsErased = contact.ErasedAt != null,
            })
            .ToListAsync(cancellationToken);
        foreach (var contact in there)
            contacts[contact.Id] = (contact.ClientId, contact.KeptId);
        erased.UnionWith(there.Where(contact => contact.IsErased).Select(contact => contact.Id));
        // Those of earlier chunks of a dry run are made once more.
        foreach (var ((client, _), owner) in owners)
            if (contacts.TryAdd(owner, (client, owner)))
                fresh.Add(owner);
    }
}
