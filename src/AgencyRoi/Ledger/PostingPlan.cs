using AgencyRoi.Metrics;

namespace AgencyRoi.Ledger;

/// <summary>
/// What postings change, worked out from the locked state without touching the database: entries to add, and claims that get more,
/// less or nothing. The same facts in any order end in the same sums, since each grant is made from the whole entry and each reversal
/// is minus the row it takes back.
/// </summary>
internal sealed class PostingPlan
{
    private readonly LedgerState state;
    private readonly string recordedBy;
    private readonly List<LedgerEntry> entries = [];
    private readonly Dictionary<Guid, int> lines = [];
    private readonly Dictionary<(Guid ClientId, string Unit), List<UnitClaim>> claimsOf;
    private readonly Dictionary<(Guid ClientId, string Unit, Guid SourceId), UnitClaim> changed = [];
    private readonly Dictionary<(Guid ClientId, string Unit, Guid SourceId), UnitClaim> removed = [];
    private readonly HashSet<(Guid ClientId, string Unit)> touched = [];

    private PostingPlan(LedgerState state, string recordedBy)
    {
        this.state = state;
        this.recordedBy = recordedBy;
        claimsOf = state.Claims.GroupBy(claim => claim.On).ToDictionary(group => group.Key, group => group.ToList());
    }

    /// <summary>The new rows of the ledger, numbered.</summary>
    public IReadOnlyList<LedgerEntry> Entries => entries;

    public IReadOnlyCollection<UnitClaim> ChangedClaims => changed.Values;

    public IReadOnlyCollection<UnitClaim> RemovedClaims => removed.Values;

    /// <summary>The clients that get entries, with the version these carry.</summary>
    public IReadOnlyDictionary<Guid, long> Versions => lines.Keys.ToDictionary(client => client, VersionOf);

    public static PostingPlan Of(LedgerState state, IReadOnlyList<FactPosting> postings, string recordedBy)
    {
        var plan = new PostingPlan(state, recordedBy);
        var entriesOf = state.Entries.ToLookup(entry => (entry.ClientId, entry.SourceId));
        var claimsBySource = state.Claims.ToLookup(claim => (claim.Whole.ClientId, claim.Claim.SourceId));
        foreach (var posting in postings)
        {
            var source = (posting.ClientId, posting.SourceId);
            plan.Post(posting, [.. entriesOf[source]], [.. claimsBySource[source]]);
        }
        foreach (var unit in plan.touched)
            plan.Settle(unit);
        return plan;
    }

    private void Post(FactPosting posting, List<LedgerEntry> posted, List<UnitClaim> claims)
    {
        if (posted.Select(entry => entry.SourceRevision).Concat(claims.Select(claim => claim.Whole.SourceRevision)).Any(IsNewEnough))
            return;

        foreach (var entry in posted)
            Add(entry.Reversal());
        foreach (var claim in claims)
            Remove(claim);
        foreach (var line in posting.Lines)
        {
            var whole = LedgerEntry.Whole(posting, line);
            if (line.IsClaim)
                Contend(posting, whole, line.Share);
            else
                Add(whole);
        }

        bool IsNewEnough(int revision) => revision >= posting.SourceRevision;
    }

    // Its entry, if it had one, is among those of the fact and reversed with them.
    private void Remove(UnitClaim claim)
    {
        claimsOf[claim.On].Remove(claim);
        removed[Key(claim)] = claim;
        touched.Add(claim.On);
    }

    private void Contend(FactPosting posting, LedgerEntry whole, decimal share)
    {
        var stream = EnumCode.Parse<ValueStream>(whole.Stream);
        var rank = new Claim(posting.SourceId, whole.Grade, posting.OccurredOn, stream, posting.ExternalReference, share);
        var claim = new UnitClaim(rank, whole, 0m, null);
        if (!claimsOf.TryGetValue(claim.On, out var rivals))
            claimsOf[claim.On] = rivals = [];
        rivals.Add(claim);
        removed.Remove(Key(claim));
        changed[Key(claim)] = claim;
        touched.Add(claim.On);
    }

    private void Settle((Guid ClientId, string Unit) unit)
    {
        var bySource = claimsOf[unit].ToDictionary(claim => claim.Claim.SourceId);
        foreach (var (claim, due) in Claims.Grant(bySource.Values.Select(rival => rival.Claim)))
        {
            var current = bySource[claim.SourceId];
            if (current.Granted == due)
                continue;
            if (current.Posted is { } posted)
                Add(posted.Reversal());
            var entry = due > 0m ? Add(current.Whole.At(due)) : null;
            changed[Key(current)] = current with { Granted = due, Posted = entry };
        }
    }

    private LedgerEntry Add(LedgerEntry entry)
    {
        var line = lines[entry.ClientId] = lines.GetValueOrDefault(entry.ClientId) + 1;
        var numbered = entry with
        {
            Version = VersionOf(entry.ClientId),
            LineNo = line,
            Edition = state.EditionOf(entry.ClientId, entry.Day),
            RecordedBy = recordedBy,
        };
        entries.Add(numbered);
        return numbered;
    }

    private long VersionOf(Guid clientId) => state.Versions[clientId] + 1;

    private static (Guid ClientId, string Unit, Guid SourceId) Key(UnitClaim claim) =>
        (claim.Whole.ClientId, claim.Whole.Unit, claim.Claim.SourceId);
}
