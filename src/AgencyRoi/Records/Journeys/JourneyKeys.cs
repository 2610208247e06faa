using System.Security.Cryptography;
using System.Text;
using AgencyRoi.Ledger.Posting;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Records.Journeys;

/// <summary>
/// The keys by which journeys are known: HMAC-SHA-256 of the visitor's or contact's key, cut to 128 bits, under a secret of the client; the last bit tells a
/// visitor from a contact. Whoever reads the table learns no key, and the same person has another one at another client.
/// </summary>
internal sealed class JourneyKeys
{
    private const string Read = "select client_id, secret from app.journey_secrets where tenant_id = $1 and client_id = any($2)";

    private const string Make = """
        insert into app.journey_secrets (tenant_id, client_id, secret)
        select $1, s.client_id, s.secret
        from unnest($2::uuid[], $3::bytea[]) as s (client_id, secret)
          join app.clients c on c.tenant_id = $1 and c.id = s.client_id
        """;

    private static readonly string SalesOfContacts = EmbeddedSql.Read("Records.Journeys.sales_of_contacts.sql");
    private static readonly string KeySales = EmbeddedSql.Read("Records.Journeys.key_sales.sql");

    private readonly Dictionary<ClientId, byte[]> secrets = [];

    private JourneyKeys() { }

    /// <summary>
    /// Gives statements the hashes of their keys, under the lock of their clients' ledgers: a client whose first touch or visitor comes in gets its secret, and
    /// conversions that named contacts before get their keys, while nobody records another.
    /// </summary>
    /// <param name="begins">Whether a statement makes its client's secret where there is none; else it stays without a key.</param>
    public static async Task<IReadOnlyList<T>> HashAsync<T>(
        DatabaseSession session,
        IReadOnlyList<T> statements,
        Func<T, bool> begins,
        CancellationToken cancellationToken
    )
        where T : INamesJourney<T>
    {
        ClientId[] named = [.. statements.Where(IsNamed).Select(statement => statement.ClientId).Distinct()];
        if (named.Length == 0)
            return await JourneyPeople.FindAsync(session, [.. statements.Select(statement => statement.Hashed(null))], cancellationToken);
        // Of all that the statements are of, at once: whoever locked some and then the others could meet another who did so the other way round.
        await LedgerHeads.LockAsync(session, [.. statements.Select(statement => statement.ClientId).Distinct()], cancellationToken);
        var keys = new JourneyKeys();
        await keys.ReadAsync(session, named, cancellationToken);
        var beginning = statements.Where(statement => IsNamed(statement) && begins(statement)).Select(statement => statement.ClientId);
        await keys.MakeAsync(session, [.. beginning.Distinct().Where(client => !keys.secrets.ContainsKey(client))], cancellationToken);
        return await JourneyPeople.FindAsync(session, [.. statements.Select(keys.Hashed)], cancellationToken);
    }

    /// <summary>The keys of some clients, whose ledgers it locks: a client without a secret gets one. Of one that the session may not see there are none.</summary>
    public static async Task<JourneyKeys> OfClientsAsync(
        DatabaseSession session,
        IReadOnlyCollection<ClientId> clients,
        CancellationToken cancellationToken
    )
    {
        await LedgerHeads.LockAsync(session, clients, cancellationToken);
        var keys = new JourneyKeys();
        await keys.ReadAsync(session, [.. clients], cancellationToken);
        await keys.MakeAsync(session, [.. clients.Where(client => !keys.secrets.ContainsKey(client))], cancellationToken);
        return keys;
    }

    /// <summary>The keys of some clients as they are, for who only asks: of a client without a secret nobody is known.</summary>
    public static async Task<JourneyKeys> KnownAsync(DatabaseSession session, ClientId[] clients, CancellationToken cancellationToken)
    {
        var keys = new JourneyKeys();
        await keys.ReadAsync(session, clients, cancellationToken);
        return keys;
    }

    /// <summary>The hash of a contact's reference, as touches and conversions have it; null: the client's keys are not here.</summary>
    public Guid? HashOfContact(ClientId client, string reference) => HashOf(client, "contact", reference, lastBit: 0);

    /// <summary>The same of a visitor's key.</summary>
    public Guid? HashOfVisitor(ClientId client, string key) => HashOf(client, "visitor", key, lastBit: 1);

    /// <summary>The same of an e-mail address, which no touch and no conversion names.</summary>
    public Guid? HashOfEmail(ClientId client, string address) => HashOf(client, "email", address, lastBit: 0);

    /// <summary>The same of a handle on a network.</summary>
    public Guid? HashOfHandle(ClientId client, string network, string handle) => HashOf(client, $"handle:{network}", handle, lastBit: 0);

    private Guid? HashOf(ClientId client, string kind, string key, byte lastBit) =>
        secrets.TryGetValue(client, out var secret) ? Hash(secret, kind, key, lastBit) : null;

    private static bool IsNamed<T>(T statement)
        where T : INamesJourney<T> => statement.VisitorKey is not null || statement.ContactReference is not null;

    /// <summary>A key that is no hash, for the journeys of nobody that is known. It is a visitor's, so that a conversion which is corrected stays in its journey.</summary>
    public static Guid Drawn()
    {
        Span<byte> drawn = RandomNumberGenerator.GetBytes(16);
        drawn[15] |= 1;
        return new(drawn, bigEndian: true);
    }

    public static bool IsOfVisitor(Guid? key) => key is { } known && (LastByte(known) & 1) == 1;

    private T Hashed<T>(T statement)
        where T : INamesJourney<T> =>
        statement.Hashed(
            !secrets.TryGetValue(statement.ClientId, out var secret) ? null
            : statement.VisitorKey is { } visitor ? Hash(secret, "visitor", visitor, lastBit: 1)
            : statement.ContactReference is { } contact ? OfContact(secret, contact)
            : null
        );

    private static Guid OfContact(byte[] secret, string reference) => Hash(secret, "contact", reference, lastBit: 0);

    private static Guid Hash(byte[] secret, string kind, string key, byte lastBit)
    {
        Span<byte> hash = HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{kind}:{key}"));
        hash[15] = (byte)((hash[15] & 0xFE) | lastBit);
        return new(hash[..16], bigEndian: true);
    }

    private static byte LastByte(Guid key) => key.ToByteArray(bigEndian: true)[15];

    private async Task ReadAsync(DatabaseSession session, ClientId[] clients, CancellationToken cancellationToken)
    {
        await using var command = session.Command(Read).With(session.TenantId, session.Visible(clients));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            secrets[reader.GetId<ClientId>(0)] = reader.GetFieldValue<byte[]>(1);
    }

    private async Task MakeAsync(DatabaseSession session, ClientId[] clients, CancellationToken cancellationToken)
    {
        // Whose client it is not finds no row: its statements are refused later.
        var visible = session.Visible(clients);
        if (visible.Length == 0)
            return;
        byte[][] made = [.. visible.Select(_ => RandomNumberGenerator.GetBytes(32))];
        await using (var command = session.Command(Make).With(session.TenantId, visible, made))
            await command.ExecuteNonQueryAsync(cancellationToken);
        foreach (var (client, secret) in visible.Zip(made))
        {
            secrets[client] = secret;
            await KeySalesAsync(session, client, secret, cancellationToken);
        }
    }

    private static async Task KeySalesAsync(DatabaseSession session, ClientId client, byte[] secret, CancellationToken cancellationToken)
    {
        var (sales, keys, moments) = (new List<Guid>(), new List<Guid>(), new List<DateTime>());
        await using (var command = session.Command(SalesOfContacts).With(session.TenantId, client))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
            while (await reader.ReadAsync(cancellationToken))
            {
                sales.Add(reader.GetGuid(0));
                keys.Add(OfContact(secret, reader.GetString(1)));
                var moment = reader.IsDBNull(2)
                    ? Calendar.EndOf(reader.GetFieldValue<DateOnly>(3), reader.GetString(4))
                    : reader.GetFieldValue<DateTimeOffset>(2);
                moments.Add(moment.UtcDateTime);
            }
        if (sales.Count == 0)
            return;
        await using var update = session
            .Command(KeySales)
            .With(session.TenantId, client, sales.ToArray(), keys.ToArray(), moments.ToArray());
        await update.ExecuteNonQueryAsync(cancellationToken);
        // Each was a person of its own before.
        await JourneyChanges.NoteAsync(session, sales.Concat(keys).Select(key => new JourneyPerson(client, key)), cancellationToken);
    }
}
