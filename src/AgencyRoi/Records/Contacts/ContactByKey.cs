using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Records.Journeys;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Contacts;

[ExtendObjectType<Client>]
internal static partial class ContactByKey
{
    private const int LongestKey = 254;

    /// <summary>
    /// The contact that is known by a key, as a person writes it who asks what is kept of them; of those that were merged the one that is kept. Null: the client knows
    /// nobody by it. Nothing is recorded. Send it by POST: a key of a person does not belong in an address.
    /// </summary>
    /// <param name="kind">What the key is.</param>
    /// <param name="value">The key, 1 to 254 characters. Blanks around an e-mail address, an @ before a handle, and capital letters of both do not matter.</param>
    /// <param name="networkCode">The code of the network that a handle is of; with HANDLE alone.</param>
    [BatchResolver]
    public static Task<IReadOnlyList<Contact?>> GetContactByKeyAsync(
        [Parent("Id")] List<Client> clients,
        ContactKeyKind kind,
        string value,
        OperationDatabase database,
        string? networkCode = null,
        CancellationToken cancellationToken = default
    )
    {
        if (string.IsNullOrWhiteSpace(value) || value.Length > LongestKey)
            throw BadInput.Of($"A key has 1 to {LongestKey} characters.");
        if ((kind == ContactKeyKind.Handle) != (networkCode is not null))
            throw BadInput.Of("HANDLE and networkCode are given together.");
        var asked = new AskedKey(kind, value, networkCode);
        return database.RunAsync(
            (session, token) => FindAsync(session, [.. clients.Select(client => client.Id)], asked, token),
            cancellationToken
        );
    }

    private static async Task<IReadOnlyList<Contact?>> FindAsync(
        DatabaseSession session,
        ClientId[] clients,
        AskedKey asked,
        CancellationToken cancellationToken
    )
    {
        var secrets = await JourneyKeys.KnownAsync(session, clients, cancellationToken);
        Guid[] hashes = [.. clients.Select(client => GivenKeys.Of(asked, client, secrets)?.Hash).OfType<Guid>()];
        var contacts = session.Db.Set<Contact>();
        var found = await (
            from key in session.Db.Set<ContactKey>()
            where clients.Contains(key.ClientId) && hashes.Contains(key.KeyHash)
            join owner in contacts on key.ContactId equals owner.Id
            join kept in contacts on owner.KeptId equals kept.Id
            select kept
        )
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        var ofClients = found.ToDictionary(contact => contact.ClientId);
        return [.. clients.Select(client => ofClients.GetValueOrDefault(client))];
    }
}
