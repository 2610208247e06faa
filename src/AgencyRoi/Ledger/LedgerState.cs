using AgencyRoi.Database;
using AgencyRoi.Metrics;
using Npgsql;

namespace AgencyRoi.Ledger;

/// <summary>
/// What a posting has to know, read after the lock: every statement of a read-committed transaction sees what was committed before it,
/// so nothing read here can change until the transaction ends.
/// </summary>
internal sealed class LedgerState
{
    private static readonly string LockHeads = EmbeddedSql.Read("Ledger.lock_heads.sql");
    private static readonly string NextEditions = EmbeddedSql.Read("Ledger.next_editions.sql");
    private static readonly string EntriesOfSources = EmbeddedSql.Read("Ledger.entries_of_sources.sql");
    private static readonly string ClaimsOnUnits = EmbeddedSql.Read("Ledger.claims_on_units.sql");

    private readonly Dictionary<Guid, long> versions = [];
    private readonly Dictionary<(Guid ClientId, DateOnly Month), int> editions = [];
    private readonly List<LedgerEntry> entries = [];
    private readonly List<UnitClaim> claims = [];

    private LedgerState() { }

    /// <summary>The last version of each client, all of them locked.</summary>
    public IReadOnlyDictionary<Guid, long> Versions => versions;

    /// <summary>What the posted facts have in the ledger now.</summary>
    public IReadOnlyList<LedgerEntry> Entries => entries;

    /// <summary>All claims on the units that are touched.</summary>
    public IReadOnlyList<UnitClaim> Claims => claims;

    public int EditionOf(Guid clientId, DateOnly day) =>
        editions.GetValueOrDefault((clientId, IntervalBuckets.StartOf(day, Interval.Month)));

    /// <summary>Locks the heads of the clients in the order of their ids and reads the rest, in one round trip.</summary>
    /// <exception cref="InvalidOperationException">A client has no head, or is not visible.</exception>
    public static async Task<LedgerState> LockAsync(
        DatabaseSession session,
        IReadOnlyList<FactPosting> postings,
        CancellationToken cancellationToken
    )
    {
        Guid[] clients = [.. postings.Select(posting => posting.ClientId).Distinct()];
        Guid[] sourceClients = [.. postings.Select(posting => posting.ClientId)];
        Guid[] sources = [.. postings.Select(posting => posting.SourceId)];
        var units = postings
            .SelectMany(posting => posting.Lines.Where(line => line.IsClaim).Select(line => (posting.ClientId, line.Unit)))
            .Distinct()
            .ToList();

        await using var batch = new NpgsqlBatch(session.Connection, session.Transaction);
        batch.Add(LockHeads, session.TenantId, clients);
        batch.Add(NextEditions, session.TenantId, clients);
        batch.Add(EntriesOfSources, session.TenantId, sourceClients, sources);
        batch.Add(
            ClaimsOnUnits,
            session.TenantId,
            units.Select(unit => unit.ClientId).ToArray(),
            units.Select(unit => unit.Unit).ToArray(),
            sourceClients,
            sources
        );
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var state = await ReadAsync(reader, cancellationToken);
        if (state.versions.Count < clients.Length)
            throw new InvalidOperationException("A client of the posting has no ledger head that can be seen.");
        return state;
    }

    private static async Task<LedgerState> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var state = new LedgerState();
        while (await reader.ReadAsync(cancellationToken))
            state.versions[reader.GetGuid(0)] = reader.GetInt64(1);
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            state.editions[(reader.GetGuid(0), reader.GetFieldValue<DateOnly>(1))] = reader.GetInt32(2);
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            state.entries.Add(LedgerEntryRow.Read(reader));
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            state.claims.Add(UnitClaim.Read(reader));
        return state;
    }
}
