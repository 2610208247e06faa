using AgencyRoi.Database;
using AgencyRoi.Metrics;
using Npgsql;

namespace AgencyRoi.Ledger;

/// <summary>
/// What a posting has to know, read after the lock: every statement of a read-committed transaction sees what was committed before it,
/// so nothing read here can change until the transaction ends.
/// </summary>
/// <remarks>
/// The queries are single scans with lists, without joins: on tables that have grown since they were last analysed a planner that knows
/// nothing joins row by row over the wrong index, and an import takes minutes.
/// </remarks>
internal sealed class LedgerState
{
    private static readonly string LockHeads = EmbeddedSql.Read("Ledger.lock_heads.sql");
    private static readonly string ReadHeads = EmbeddedSql.Read("Ledger.read_heads.sql");
    private static readonly string NextEditions = EmbeddedSql.Read("Ledger.next_editions.sql");
    private static readonly string EntriesOfSources = EmbeddedSql.Read("Ledger.entries_of_sources.sql");
    private static readonly string ClaimsOnUnits = EmbeddedSql.Read("Ledger.claims_on_units.sql");

    private readonly Dictionary<Guid, long> versions = [];
    private readonly Dictionary<(Guid ClientId, DateOnly Month), int> editions = [];
    private readonly Dictionary<(Guid ClientId, long Version, int LineNo), LedgerEntry> standing = [];
    private readonly Dictionary<(Guid ClientId, string Unit, Guid SourceId), StoredClaim> stored = [];

    private LedgerState() { }

    /// <summary>The last version of each client, all of them locked.</summary>
    public IReadOnlyDictionary<Guid, long> Versions => versions;

    /// <summary>What the posted facts, and their rivals for units, have in the ledger now: entries that no reversal takes back.</summary>
    public IReadOnlyCollection<LedgerEntry> Entries => standing.Values;

    /// <summary>All claims on the units that are touched.</summary>
    public IReadOnlyList<UnitClaim> Claims { get; private set; } = [];

    public int EditionOf(Guid clientId, DateOnly day) =>
        editions.GetValueOrDefault((clientId, IntervalBuckets.StartOf(day, Interval.Month)));

    /// <summary>
    /// Locks the heads of the clients in the order of their ids and reads the rest: one round trip, and one more when facts meet rivals
    /// for their units.
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
        Guid[] sources = [.. postings.Select(posting => posting.SourceId)];
        string[] units =
        [
            .. postings.SelectMany(posting => posting.Lines).Where(line => line.IsClaim).Select(line => line.Unit).Distinct(),
        ];

        await using (var batch = new NpgsqlBatch(session.Connection, session.Transaction))
        {
            batch.Add(heads, session.TenantId, clients);
            batch.Add(NextEditions, session.TenantId, clients);
            batch.Add(EntriesOfSources, session.TenantId, clients, sources);
            batch.Add(ClaimsOnUnits, session.TenantId, clients, units, sources);
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            await state.ReadHeadsAsync(reader, cancellationToken);
            await state.ReadEntriesAsync(reader, cancellationToken);
            await reader.NextResultAsync(cancellationToken);
            await state.ReadClaimsAsync(reader, cancellationToken);
        }
        if (state.versions.Count < clients.Length)
            throw new InvalidOperationException("A client of the posting has no ledger head that can be seen.");

        await state.ReadUnitsLeftAsync(session, clients, units, cancellationToken);
        await state.ReadRivalsAsync(session, clients, sources, cancellationToken);
        state.Claims = [.. state.stored.Values.Select(claim => UnitClaim.Of(claim, claim.Posted is { } at ? state.standing[at] : null))];
        return state;
    }

    /// <summary>A fact that claimed another unit before leaves something there for others.</summary>
    private async Task ReadUnitsLeftAsync(DatabaseSession session, Guid[] clients, string[] units, CancellationToken cancellationToken)
    {
        string[] left = [.. stored.Values.Select(claim => claim.Unit).Distinct().Except(units)];
        if (left.Length == 0)
            return;
        await using var command = session.Command(ClaimsOnUnits).With(session.TenantId, clients, left, Array.Empty<Guid>());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await ReadClaimsAsync(reader, cancellationToken);
    }

    private async Task ReadRivalsAsync(DatabaseSession session, Guid[] clients, Guid[] sources, CancellationToken cancellationToken)
    {
        Guid[] rivals = [.. stored.Values.Select(claim => claim.Claim.SourceId).Distinct().Except(sources)];
        if (rivals.Length == 0)
            return;
        await using var command = session.Command(EntriesOfSources).With(session.TenantId, clients, rivals);
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
        var reversed = new List<(Guid, long, int)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var entry = LedgerEntryRow.Read(reader);
            if (entry.ReversesVersion is { } version && entry.ReversesLine is { } line)
                reversed.Add((entry.ClientId, version, line));
            else
                standing[(entry.ClientId, entry.Version, entry.LineNo)] = entry;
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
