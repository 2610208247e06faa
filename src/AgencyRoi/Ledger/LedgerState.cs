using AgencyRoi.Database;
using AgencyRoi.Metrics;
using Npgsql;

namespace AgencyRoi.Ledger;

/// <summary>
/// What a posting has to know, read after the lock: every statement of a read-committed transaction sees what was committed before it,
/// so nothing read here can change until the transaction ends.
/// </summary>
/// <remarks>
/// The queries are single scans with lists, or find rows by their whole key: on tables that have grown since they were last analysed a planner that
/// knows nothing joins row by row over the wrong index, and an import takes minutes. What is read does not grow with the number of facts that ever
/// claimed a unit, only with those that hold a share of it.
/// </remarks>
internal sealed class LedgerState
{
    private static readonly string LockHeads = EmbeddedSql.Read("Ledger.lock_heads.sql");
    private static readonly string ReadHeads = EmbeddedSql.Read("Ledger.read_heads.sql");
    private static readonly string NextEditions = EmbeddedSql.Read("Ledger.next_editions.sql");
    private static readonly string EntriesOfSources = EmbeddedSql.Read("Ledger.entries_of_sources.sql");
    private static readonly string EntriesOfClaims = EmbeddedSql.Read("Ledger.entries_of_claims.sql");
    private static readonly string ClaimsHeld = EmbeddedSql.Read("Ledger.claims_held.sql");
    private static readonly string ClaimsInLine = EmbeddedSql.Read("Ledger.claims_in_line.sql");
    private static readonly string[] Streams = [.. EnumCode.All<ValueStream>()];

    private readonly Dictionary<Guid, long> versions = [];
    private readonly Dictionary<(Guid ClientId, DateOnly Month), int> editions = [];
    private readonly Dictionary<EntryKey, LedgerEntry> standing = [];
    private readonly Dictionary<(Guid ClientId, string Unit, Guid SourceId), StoredClaim> stored = [];

    private LedgerState() { }

    /// <summary>The last version of each client, all of them locked.</summary>
    public IReadOnlyDictionary<Guid, long> Versions => versions;

    /// <summary>What the posted facts have in the ledger now, and what their rivals hold of the units: entries that no reversal takes back.</summary>
    public IReadOnlyCollection<LedgerEntry> Entries => standing.Values;

    /// <summary>The claims on the units that are touched, all but those of others that get nothing whatever the facts claim.</summary>
    public IReadOnlyList<UnitClaim> Claims { get; private set; } = [];

    public int EditionOf(Guid clientId, DateOnly day) =>
        editions.GetValueOrDefault((clientId, IntervalBuckets.StartOf(day, Interval.Month)));

    /// <summary>
    /// Locks the heads of the clients in the order of their ids and reads the rest: one round trip, one more when facts meet rivals for their
    /// units, and one when they had a share of a unit, which others may be waiting for.
    /// </summary>
    /// <exception cref="InvalidOperationException">A client has no head, or is not visible.</exception>
    public static Task<LedgerState> LockAsync(
        DatabaseSession session,
        IReadOnlyList<FactPosting> postings,
        CancellationToken cancellationToken
    ) => ReadAsync(session, postings, LockHeads, cancellationToken);

    /// <summary>The same for one who only looks, in the unchanging view of a session that reads.</summary>
    public static Task<LedgerState> LookAsync(
        DatabaseSession session,
        IReadOnlyList<FactPosting> postings,
        CancellationToken cancellationToken
    ) => ReadAsync(session, postings, ReadHeads, cancellationToken);

    private static async Task<LedgerState> ReadAsync(
        DatabaseSession session,
        IReadOnlyList<FactPosting> postings,
        string heads,
        CancellationToken cancellationToken
    )
    {
        var state = new LedgerState();
        Guid[] clients = [.. postings.Select(posting => posting.ClientId).Distinct()];
        var visible = session.Visible(clients);
        Guid[] sources = [.. postings.Select(posting => posting.SourceId)];
        string[] units =
        [
            .. postings.SelectMany(posting => posting.Lines).Where(line => line.IsClaim).Select(line => line.Unit).Distinct(),
        ];

        await using (var batch = session.Batch())
        {
            batch.Add(heads, session.TenantId, visible);
            batch.Add(NextEditions, session.TenantId, visible);
            batch.Add(EntriesOfSources, session.TenantId, visible, sources);
            batch.Add(ClaimsHeld, session.TenantId, visible, units, sources);
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            await state.ReadHeadsAsync(reader, cancellationToken);
            await state.ReadEntriesAsync(reader, cancellationToken);
            await reader.NextResultAsync(cancellationToken);
            await state.ReadClaimsAsync(reader, cancellationToken);
        }
        if (state.versions.Count < clients.Length)
            throw new InvalidOperationException("A client of the posting has no ledger head that can be seen.");

        await state.ReadLineAsync(session, clients, sources, cancellationToken);
        await state.ReadRivalsAsync(session, cancellationToken);
        state.Claims = [.. state.stored.Values.Select(claim => UnitClaim.Of(claim, claim.Posted is { } at ? state.standing[at] : null))];
        return state;
    }

    /// <summary>A fact that holds a share of a unit may leave it to those in line for it.</summary>
    private async Task ReadLineAsync(DatabaseSession session, Guid[] clients, Guid[] sources, CancellationToken cancellationToken)
    {
        var mine = sources.ToHashSet();
        string[] held =
        [
            .. stored
                .Values.Where(claim => claim.Posted is not null && mine.Contains(claim.Claim.SourceId))
                .Select(claim => claim.Unit)
                .Distinct(),
        ];
        if (held.Length == 0)
            return;
        await using var command = session.Command(ClaimsInLine).With(session.TenantId, session.Visible(clients), held, sources, Streams);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await ReadClaimsAsync(reader, cancellationToken);
    }

    private async Task ReadRivalsAsync(DatabaseSession session, CancellationToken cancellationToken)
    {
        var places = stored.Values.Select(claim => claim.Posted).OfType<EntryKey>().Where(place => !standing.ContainsKey(place)).ToList();
        if (places.Count == 0)
            return;
        await using var command = session
            .Command(EntriesOfClaims)
            .With(
                session.TenantId,
                places.Select(place => session.Visible(place.ClientId)).ToArray(),
                places.Select(place => place.Version).ToArray(),
                places.Select(place => place.LineNo).ToArray()
            );
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await ReadEntriesAsync(reader, cancellationToken);
    }

    private async Task ReadHeadsAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        while (await reader.ReadAsync(cancellationToken))
            versions[reader.GetGuid(0)] = reader.GetInt64(1);
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            editions[(reader.GetGuid(0), reader.GetFieldValue<DateOnly>(1))] = reader.GetInt32(2);
        await reader.NextResultAsync(cancellationToken);
    }

    private async Task ReadEntriesAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var reversed = new List<EntryKey>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var entry = LedgerEntryRow.Read(reader);
            if (entry.ReversesVersion is { } version && entry.ReversesLine is { } line)
                reversed.Add(new(entry.ClientId, version, line));
            else
                standing[new(entry.ClientId, entry.Version, entry.LineNo)] = entry;
        }
        foreach (var place in reversed)
            standing.Remove(place);
    }

    private async Task ReadClaimsAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        while (await reader.ReadAsync(cancellationToken))
        {
            var claim = StoredClaim.Read(reader);
            stored[(claim.ClientId, claim.Unit, claim.Claim.SourceId)] = claim;
        }
    }
}
