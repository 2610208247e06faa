using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using AgencyRoi.GraphQL.Caching;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Tenancy;
using Npgsql;

namespace AgencyRoi.Access.Tokens;

/// <summary>
/// Looks tokens up, and remembers each for a few seconds. Secrets are compared in constant time, also with nothing when the id is
/// unknown; that an id exists is no secret.
/// </summary>
internal sealed class ApiTokenStore(AgencyDatabase database, TimeProvider time, TokenUse use, UnknownTokens unknown) : ITenantStore
{
    /// <summary>How long a revocation made by another process can go unnoticed.</summary>
    /// <remarks>Five seconds are promised: half a second is left for a question that is on its way.</remarks>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(4.5);

    private const int MostRemembered = 10_000;
    private static readonly byte[] NoHash = new byte[SHA256.HashSizeInBytes];
    private readonly BoundedCache<string, Entry> remembered = new("tokens", MostRemembered);
    private volatile int turn;

    public async ValueTask<Holder> FindAsync(string credential, CancellationToken cancellationToken)
    {
        if (TokenText.TryParse(credential) is not { } text)
            return Holder.Nobody;
        var now = time.GetUtcNow();
        var entry =
            remembered.TryGet(text.Id, out var known) && known.ReadAt + Freshness > now && known.Turn == turn
                ? known
                : await ReadAsync(text.Id, now, cancellationToken);

        if (!IsGood(entry, text, now))
            return Holder.Nobody;
        if (entry.IsSuspended)
            return new(null, IsSuspended: true);
        use.Note(entry.Viewer.Caller.Id, entry.Viewer.Agency, now);
        return new(entry.Viewer);
    }

    public bool HasForm(string credential) => TokenText.TryParse(credential) is not null;

    public bool IsKnown(string credential) =>
        TokenText.TryParse(credential) is { } text
        && IsGood(remembered.TryGet(text.Id, out var known) ? known : null, text, time.GetUtcNow());

    /// <summary>Has the next request look again.</summary>
    public void Forget(string tokenId)
    {
        remembered.Remove(tokenId);
        unknown.Forget(tokenId);
    }

    /// <summary>Has the next request of every token look again: something has changed for an agency, which is rare.</summary>
    public void ForgetAll() => Interlocked.Increment(ref turn);

    // Whether the credential itself is good; its agency may be suspended.
    private static bool IsGood([NotNullWhen(true)] Entry? entry, TokenText text, DateTimeOffset now)
    {
        var isSecretRight = CryptographicOperations.FixedTimeEquals(entry?.SecretHash ?? NoHash, text.Hash());
        return entry is not null && isSecretRight && entry.RevokedAt is null && !(entry.Viewer.ExpiresAt <= now);
    }

    private async Task<Entry?> ReadAsync(string tokenId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (unknown.Contains(tokenId))
            return null;
        // Before the look, so that one which was begun before a change does not count as made after it.
        var begun = turn;
        var entry = await database.LookUpAsync(connection => ReadAsync(connection, tokenId, cancellationToken), cancellationToken);
        if (entry is null)
        {
            unknown.Add(tokenId);
            return null;
        }

        // Only ids that exist are remembered, so strangers cannot fill this; the limit is for agencies beyond counting.
        entry = entry with
        {
            ReadAt = now,
            Turn = begun,
        };
        remembered.Set(tokenId, entry);
        return entry;
    }

    private static async Task<Entry?> ReadAsync(NpgsqlConnection connection, string tokenId, CancellationToken cancellationToken)
    {
        const string query = """
            select tenant_id, slug, name, currency_code, time_zone, id, secret_hash, role, client_scope, expires_at, revoked_at,
              trusted_documents_only, suspended_at is not null, scopes, named_clients, client_groups
            from app.find_api_token($1)
            """;
        await using var command = new NpgsqlCommand(query, connection);
        command.Parameters.Add(new() { Value = tokenId });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? EntryOf(reader) : null;
    }

    private static Entry EntryOf(NpgsqlDataReader row)
    {
        var agency = new TenantInfo(row.GetId<AgencyId>(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4));
        var role = EnumText<AccessRole>.FromText(row.GetString(7));
        return new Entry(
            new Viewer(Caller.Token(row.GetGuid(5)), agency, role, ClientScope.OfColumn(row.GetIdsOrNull<ClientId>(8)))
            {
                ExpiresAt = row.IsDBNull(9) ? null : row.GetFieldValue<DateTimeOffset>(9),
                TrustedDocumentsOnly = row.GetBoolean(11),
                Scopes = ScopeText.Read(row, 13),
                Grant = ClientGrant.Of(row.GetIdsOrNull<ClientId>(14), row.GetIdsOrNull<ClientGroupId>(15)),
            },
            row.GetFieldValue<byte[]>(6),
            row.IsDBNull(10) ? null : row.GetFieldValue<DateTimeOffset>(10),
            row.GetBoolean(12)
        );
    }

    private sealed record Entry(Viewer Viewer, byte[] SecretHash, DateTimeOffset? RevokedAt, bool IsSuspended)
    {
        public DateTimeOffset ReadAt { get; init; }

        /// <summary>How often everything had been forgotten when it was read.</summary>
        public int Turn { get; init; }
    }
}
