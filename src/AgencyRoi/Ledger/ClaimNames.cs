using AgencyRoi.Database;
using AgencyRoi.Metrics;
using Npgsql;
using static NpgsqlTypes.NpgsqlDbType;
using Column = AgencyRoi.Ledger.RowColumn<AgencyRoi.Ledger.ClaimName>;

namespace AgencyRoi.Ledger;

/// <summary>A row of <c>app.claims</c> by its key.</summary>
internal readonly record struct ClaimKey(Guid ClientId, string Unit, Guid SourceId);

/// <summary>A row of <c>app.claim_names</c>: one of several names of the unit that a claim is on.</summary>
internal readonly record struct ClaimName(ClaimKey Claim, string Name)
{
    public static RowColumns<ClaimName> Columns { get; } =
        new(
            Column.Of("client_id", Uuid, row => row.Claim.ClientId),
            Column.Of("name", Text, row => row.Name),
            Column.Of("source_id", Uuid, row => row.Claim.SourceId),
            Column.Of("unit", Text, row => row.Claim.Unit)
        );
}

/// <summary>The name of a unit of one client.</summary>
internal readonly record struct UnitName(Guid ClientId, string Name);

/// <summary>By which names claims name their units, and which of these are therefore one unit.</summary>
internal sealed class ClaimNames
{
    /// <summary>Names of claims that names and facts reach: $1 agency, $2 clients, $3 and $4 names with their clients, $5 facts.</summary>
    public static readonly string Reached = EmbeddedSql.Read("Ledger.claim_names_reached.sql");

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
        await using var command = session
            .Command(Reached)
            .With(
                session.TenantId,
                session.Visible(units.Select(unit => unit.ClientId).Distinct()),
                units.Select(unit => session.Visible(unit.ClientId)).ToArray(),
                units.Select(unit => unit.Name).ToArray(),
                System.Array.Empty<Guid>()
            );
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new ClaimNames();
        await found.ReadAsync(reader, cancellationToken);
        return found;
    }

    /// <summary>Adds the rows of a reader that has claim_names in the order of client, unit, fact and name.</summary>
    public async Task ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        while (await reader.ReadAsync(cancellationToken))
            Add(new(new(reader.GetGuid(0), reader.GetString(1), reader.GetGuid(2)), reader.GetString(3)));
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
