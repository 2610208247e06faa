using System.Text.Json;
using AgencyRoi.Ledger.Claims;
using AgencyRoi.Ledger.Entries;
using AgencyRoi.Platform.Database;
using Npgsql;

namespace AgencyRoi.Ledger.Posting;

/// <summary>
/// What a posting has to know, read after the lock: every statement of a read-committed transaction sees what was committed before it,
/// so nothing read here can change until the transaction ends.
/// </summary>
/// <remarks>
/// The queries are single scans with lists, or find rows by their whole key: on tables that have grown since they were last analysed a planner that
/// knows nothing joins row by row over the wrong index, and an import takes minutes. What is read of claims does not grow with the number of facts that
/// ever claimed a unit, only with those that hold a share of it; of those that name it by several names, the names are read, since they may join it to others.
/// </remarks>
internal sealed class LedgerState
{
    private static readonly string LockHeads = EmbeddedSql.Read("Ledger.Posting.lock_heads.sql");
    private static readonly string ReadHeads = EmbeddedSql.Read("Ledger.Posting.read_heads.sql");
    private static readonly string NextEditions = EmbeddedSql.Read("Ledger.Posting.next_editions.sql");
    private static readonly string EntriesOfSources = EmbeddedSql.Read("Ledger.Posting.entries_of_sources.sql");
    private static readonly string EntriesOfClaims = EmbeddedSql.Read("Ledger.Posting.entries_of_claims.sql");
    private static readonly string SameFacts = EmbeddedSql.Read("Ledger.Posting.same_facts.sql");
    private static readonly string ClaimsHeld = EmbeddedSql.Read("Ledger.Posting.claims_held.sql");
    private static readonly string ClaimsInLine = EmbeddedSql.Read("Ledger.Posting.claims_in_line.sql");
    private static readonly string[] Streams = [.. EnumCode.All<ValueStream>()];

    private readonly Dictionary<ClientId, long> versions = [];
    private readonly Dictionary<(ClientId ClientId, DateOnly Month), int> editions = [];
    private readonly Dictionary<EntryKey, LedgerEntry> standing = [];
    private readonly Dictionary<ClaimPart, StoredClaim> stored = [];
    private readonly Dictionary<(ClientId ClientId, Guid SourceId), List<string>> same = [];

    private LedgerState() { }

    /// <summary>The last version of each client, all of them locked.</summary>
    public IReadOnlyDictionary<ClientId, long> Versions => versions;

    /// <summary>What the posted facts have in the ledger now, and what their rivals hold of the units: entries that no reversal takes back.</summary>
    public IReadOnlyCollection<LedgerEntry> Entries => standing.Values;

    /// <summary>The claims on the units that are touched, all but those of others that get nothing whatever the facts claim.</summary>
    public IReadOnlyList<UnitClaim> Claims { get; private set; } = [];

    /// <summary>By which names the claims name these units, also those claims that are not read.</summary>
    public ClaimNames Names { get; } = new();

    /// <summary>The names that a fact gives its unit since somebody found it and another to be one.</summary>
    public IReadOnlyList<string> SameAs(ClientId clientId, Guid sourceId) => same.GetValueOrDefault((clientId, sourceId), []);

    public int EditionOf(ClientId clientId, DateOnly day) =>
        editions.GetValueOrDefault((clientId, IntervalBuckets.StartOf(day, TimeInterval.Month)));

    /// <summary>
    /// Locks the heads of the clients in the order of their ids and reads the rest: one round trip, one more when facts meet rivals for their
    /// units, and one when they had a share of a unit or joined some, for which others may be waiting.
    /// </summary>
    /// <exception cref="InvalidOperationException">A client has no head, or is not visible.</exception>
    public static Task<LedgerState> LockAsync(
        DatabaseSession session,
        IReadOnlyList<FactPosting> postings,
        CancellationToken cancellationToken
    ) => ReadAsync(session, [.. postings.Select(NamedFact.Of)], LockHeads, cancellationToken);

    /// <summary>The same for facts of which nothing is posted, and which may be on other units now.</summary>
    public static Task<LedgerState> LockAsync(
        DatabaseSession session,
        IReadOnlyList<NamedFact> facts,
        CancellationToken cancellationToken
    ) => ReadAsync(session, facts, LockHeads, cancellationToken);

    /// <summary>The same for one who only looks, in the unchanging view of a session that reads.</summary>
    public static Task<LedgerState> LookAsync(
        DatabaseSession session,
        IReadOnlyList<FactPosting> postings,
        CancellationToken cancellationToken
    ) => ReadAsync(session, [.. postings.Select(NamedFact.Of)], ReadHeads, cancellationToken);

    private static async Task<LedgerState> ReadAsync(
        DatabaseSession session,
        IReadOnlyList<NamedFact> facts,
        string heads,
        CancellationToken cancellationToken
    )
    {
        var state = new LedgerState();
        ClientId[] clients = [.. facts.Select(fact => fact.ClientId).Distinct()];
        var visible = session.Visible(clients);
        NamedFact[] known = [.. facts.Where(fact => !fact.IsNew)];
        ClientId[] owners = [.. known.Select(fact => session.Visible(fact.ClientId))];
        Guid[] sources = [.. known.Select(fact => fact.SourceId)];
        UnitName[] given = [.. facts.SelectMany(fact => fact.Names.Select(name => new UnitName(fact.ClientId, name))).Distinct()];

        await using (var batch = session.Batch())
        {
            batch.Add(heads, session.TenantId, visible);
            batch.Add(NextEditions, session.TenantId, visible);
            batch.AddInOrderOfIndex(EntriesOfSources, session.TenantId, owners, sources);
            batch.AddInOrderOfIndex(ClaimsHeld, session.TenantId, OwnersOf(session, given), NamesOf(given), owners, sources);
            batch.BatchCommands.Add(ClaimNames.Query(session, given, clients, sources));
            batch.Add(SameFacts, session.TenantId, visible, sources);
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            await state.ReadHeadsAsync(reader, cancellationToken);
            await state.ReadEntriesAsync(reader, cancellationToken);
            await reader.NextResultAsync(cancellationToken);
            await state.ReadClaimsAsync(reader, cancellationToken);
            await reader.NextResultAsync(cancellationToken);
            await state.ReadNamesAsync(reader, cancellationToken);
        }
        if (state.versions.Count < clients.Length)
            throw new InvalidOperationException("A client of the posting has no ledger head that can be seen.");

        await state.ReadOtherNamesAsync(session, given, sources, cancellationToken);
        await state.ReadLineAsync(session, clients, sources, cancellationToken);
        await state.ReadRivalsAsync(session, cancellationToken);
        state.Claims = [.. state.stored.Values.Select(claim => UnitClaim.Of(claim, claim.Posted is { } at ? state.standing[at] : null))];
        return state;
    }

    /// <summary>Most facts reach no name but those they give; the others read on, and then who holds a share of the units by those names.</summary>
    private async Task ReadOtherNamesAsync(
        DatabaseSession session,
        IReadOnlyCollection<UnitName> given,
        Guid[] sources,
        CancellationToken cancellationToken
    )
    {
        var decided = same.SelectMany(fact => fact.Value.Select(name => new UnitName(fact.Key.ClientId, name)));
        UnitName[] first = [.. stored.Values.Select(claim => new UnitName(claim.ClientId, claim.Unit))];
        var reached = await Names.FollowAsync(session, [.. first, .. decided], given, sources, cancellationToken);
        // Who holds a share of a unit that a fact leaves is at the head of its line, which is read anyway.
        var others = reached.Except(given).Except(Left(sources.ToHashSet())).ToList();
        if (others.Count == 0)
            return;
        await using var batch = session.Batch();
        batch.AddInOrderOfIndex(
            ClaimsHeld,
            session.TenantId,
            OwnersOf(session, others),
            NamesOf(others),
            Array.Empty<Guid>(),
            Array.Empty<Guid>()
        );
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await ReadClaimsAsync(reader, cancellationToken);
    }

    private static ClientId[] OwnersOf(DatabaseSession session, IEnumerable<UnitName> names) =>
        [.. names.Select(name => session.Visible(name.ClientId))];

    private static string[] NamesOf(IEnumerable<UnitName> names) => [.. names.Select(name => name.Name)];

    private static string[] TextsOf(IEnumerable<UnitName> names) => [.. names.Select(name => name.Name).Distinct()];

    /// <summary>
    /// A fact that holds a share of a unit may leave it to those in line for it, and one that names several units may leave them apart, each with a line of
    /// its own.
    /// </summary>
    private async Task ReadLineAsync(DatabaseSession session, ClientId[] clients, Guid[] sources, CancellationToken cancellationToken)
    {
        var mine = sources.ToHashSet();
        var left = Left(mine);
        if (left.Length == 0)
            return;
        var (now, without) = (Names.Joined(), Names.Without(mine).Joined());
        var units = left.Select(now.Of).ToHashSet();
        UnitName[] names = [.. Names.Names.Where(name => units.Contains(now.Of(name))).Concat(left).Distinct()];
        var joined = names
            .Zip(without.Numbered(names))
            .ToDictionary(unit => $"{session.Visible(unit.First.ClientId)} {unit.First.Name}", unit => unit.Second);
        await using var command = session
            .Command(ClaimsInLine)
            .With(session.TenantId, session.Visible(clients), TextsOf(names), JsonSerializer.Serialize(joined), sources, Streams);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await ReadClaimsAsync(reader, cancellationToken);
    }

    // What a fact gets nothing of and names alone has the same line without it.
    private UnitName[] Left(HashSet<Guid> mine) =>
        [
            .. stored
                .Values.Where(claim => mine.Contains(claim.Claim.SourceId) && (claim.Posted is not null || Names.HasSeveral(claim.Key)))
                .Select(claim => new UnitName(claim.ClientId, claim.Unit)),
        ];

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
            versions[reader.GetId<ClientId>(0)] = reader.GetInt64(1);
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            editions[(reader.GetId<ClientId>(0), reader.GetFieldValue<DateOnly>(1))] = reader.GetInt32(2);
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
            stored[claim.Row] = claim;
        }
    }

    private async Task ReadNamesAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        await Names.ReadAsync(reader, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var fact = (reader.GetId<ClientId>(0), reader.GetGuid(1));
            if (!same.TryGetValue(fact, out var names))
                same[fact] = names = [];
            names.Add(reader.GetString(2));
        }
    }
}
