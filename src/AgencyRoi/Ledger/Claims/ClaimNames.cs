using AgencyRoi.Platform.Database;
using Npgsql;
using static NpgsqlTypes.NpgsqlDbType;
using Column = AgencyRoi.Platform.Database.RowColumn<AgencyRoi.Ledger.Claims.ClaimName>;

namespace AgencyRoi.Ledger.Claims;

/// <summary>The claims of one fact on one unit: one, or one for each part that its value is split into. All of them name the unit alike.</summary>
internal readonly record struct ClaimKey(ClientId ClientId, string Unit, Guid SourceId);

/// <summary>A row of <c>app.claims</c> by its key.</summary>
internal readonly record struct ClaimPart(ClaimKey Claim, int Part);

/// <summary>A row of <c>app.claim_names</c>: one of several names of the unit that a claim is on.</summary>
internal readonly record struct ClaimName(ClaimKey Claim, string Name)
{
    public static RowColumns<ClaimName> Columns { get; } =
        new(
            Column.Of("client_id", Uuid, row => row.Claim.ClientId.Value),
            Column.Of("name", Text, row => row.Name),
            Column.Of("source_id", Uuid, row => row.Claim.SourceId),
            Column.Of("unit", Text, row => row.Claim.Unit)
        );
}

/// <summary>The name of a unit of one client.</summary>
internal readonly record struct UnitName(ClientId ClientId, string Name);

/// <summary>By which names claims name their units, and which of these are therefore one unit.</summary>
internal sealed class ClaimNames
{
    private static readonly string Reached = EmbeddedSql.Read("Ledger.Claims.claim_names_reached.sql");

    private readonly Dictionary<ClaimKey, HashSet<string>> several = [];

    public ClaimNames() { }

    private ClaimNames(Dictionary<ClaimKey, HashSet<string>> several) => this.several = several;

    /// <summary>Of all claims on the units that have these names, directly or through others.</summary>
    public static async Task<ClaimNames> ReachedAsync(
        DatabaseSession session,
        IReadOnlyCollection<UnitName> units,
        CancellationToken cancellationToken
    )
    {
        var found = new ClaimNames();
        await found.FollowAsync(session, units, [], [], cancellationToken);
        return found;
    }

    /// <summary>The statement whose rows <see cref="ReadAsync"/> takes: the names that claims give, of these or of the facts.</summary>
    public static NpgsqlBatchCommand Query(
        DatabaseSession session,
        IReadOnlyCollection<UnitName> names,
        IEnumerable<ClientId> clients,
        Guid[] sources
    ) => BatchCommands.Of(Reached, session.TenantId, session.Visible(clients), TextsOf(names), sources);

    /// <summary>
    /// Reads on from names to the claims that give them, and from these to their other names, until no name is new: two statements for each step, and none
    /// when the names that were asked for are given by nobody else.
    /// </summary>
    /// <param name="from">Names that were not asked for yet.</param>
    /// <param name="asked">Names that were, and whose rows are here already.</param>
    /// <param name="whole">Facts all of whose rows are here already.</param>
    /// <returns>All names that were reached, those asked for among them.</returns>
    public async Task<IReadOnlyCollection<UnitName>> FollowAsync(
        DatabaseSession session,
        IReadOnlyCollection<UnitName> from,
        IReadOnlyCollection<UnitName> asked,
        IReadOnlyCollection<Guid> whole,
        CancellationToken cancellationToken
    )
    {
        var (names, facts) = (asked.ToHashSet(), whole.ToHashSet());
        UnitName[] next = [.. from.Where(names.Add)];
        while (true)
        {
            if (next.Length > 0)
                await AskAsync(session, next, [.. next.Select(name => name.ClientId).Distinct()], [], cancellationToken);
            ClaimKey[] met = [.. several.Keys.Where(claim => facts.Add(claim.SourceId))];
            if (met.Length > 0)
                await AskAsync(
                    session,
                    [],
                    [.. met.Select(claim => claim.ClientId).Distinct()],
                    [.. met.Select(claim => claim.SourceId)],
                    cancellationToken
                );
            next = [.. Names.Where(names.Add)];
            if (next.Length == 0)
                return names;
        }
    }

    private async Task AskAsync(
        DatabaseSession session,
        IReadOnlyCollection<UnitName> names,
        IReadOnlyCollection<ClientId> clients,
        Guid[] sources,
        CancellationToken cancellationToken
    )
    {
        await using var batch = session.Batch();
        batch.BatchCommands.Add(Query(session, names, clients, sources));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await ReadAsync(reader, cancellationToken);
    }

    private static string[] TextsOf(IEnumerable<UnitName> names) => [.. names.Select(name => name.Name).Distinct()];

    /// <summary>Adds the rows of a reader that has claim_names in the order of client, unit, fact and name.</summary>
    public async Task ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        while (await reader.ReadAsync(cancellationToken))
            Add(new(new(reader.GetId<ClientId>(0), reader.GetString(1), reader.GetGuid(2)), reader.GetString(3)));
    }

    /// <summary>Whether the claim gives its unit several names; else it names it by the first one alone.</summary>
    public bool HasSeveral(ClaimKey claim) => several.ContainsKey(claim);

    public ClaimNames Copy() => new(several.ToDictionary(row => row.Key, row => row.Value));

    private void Add(ClaimName row)
    {
        if (!several.TryGetValue(row.Claim, out var names))
            several[row.Claim] = names = [];
        names.Add(row.Name);
    }

    public IReadOnlyCollection<string> Of(ClaimKey claim) => several.TryGetValue(claim, out var names) ? names : [claim.Unit];

    public void Set(ClaimKey claim, IReadOnlyCollection<string> names)
    {
        if (names.Count > 1)
            several[claim] = [.. names];
        else
            several.Remove(claim);
    }

    public void Remove(ClaimKey claim) => several.Remove(claim);

    public ClaimNames Without(IReadOnlySet<Guid> sources) =>
        new(several.Where(row => !sources.Contains(row.Key.SourceId)).ToDictionary(row => row.Key, row => row.Value));

    /// <summary>All names that some claim gives beside others.</summary>
    public IEnumerable<UnitName> Names => several.SelectMany(row => row.Value.Select(name => new UnitName(row.Key.ClientId, name)));

    public IEnumerable<ClaimName> Rows(IEnumerable<ClaimKey> claims) =>
        claims.Where(several.ContainsKey).SelectMany(claim => several[claim].Select(name => new ClaimName(claim, name)));

    /// <summary>Which names are one unit.</summary>
    public JoinedNames<UnitName> Joined()
    {
        var joined = new JoinedNames<UnitName>();
        foreach (var (claim, names) in several)
        foreach (var name in names)
            joined.Join(new(claim.ClientId, claim.Unit), new(claim.ClientId, name));
        return joined;
    }
}
