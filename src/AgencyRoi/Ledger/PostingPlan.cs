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
    private readonly bool restates;
    private readonly Dictionary<(Guid ClientId, Guid SourceId), EntryCause> causes = [];
    private readonly List<LedgerEntry> entries = [];
    private readonly Dictionary<Guid, int> lines = [];
    private readonly Dictionary<(Guid ClientId, string Unit), List<UnitClaim>> claimsOf;
    private readonly Dictionary<(Guid ClientId, string Unit, Guid SourceId), UnitClaim> changed = [];
    private readonly Dictionary<(Guid ClientId, string Unit, Guid SourceId), UnitClaim> removed = [];
    private readonly HashSet<(Guid ClientId, string Unit)> touched = [];

    private PostingPlan(LedgerState state, string recordedBy, bool restates)
    {
        (this.state, this.recordedBy, this.restates) = (state, recordedBy, restates);
        claimsOf = state.Claims.GroupBy(claim => claim.On).ToDictionary(group => group.Key, group => group.ToList());
    }

    /// <summary>The new rows of the ledger, numbered.</summary>
    public IReadOnlyList<LedgerEntry> Entries => entries;

    public IReadOnlyCollection<UnitClaim> ChangedClaims => changed.Values;

    public IReadOnlyCollection<UnitClaim> RemovedClaims => removed.Values;

    /// <summary>The clients that get entries, with the version these carry.</summary>
    public IReadOnlyDictionary<Guid, long> Versions => lines.Keys.ToDictionary(client => client, VersionOf);

    public static PostingPlan Of(LedgerState state, IReadOnlyList<FactPosting> postings, string recordedBy) =>
        Of(state, postings, recordedBy, restates: false);

    /// <summary>For facts that say what they said, and are worth something else by the terms of now: only those are posted anew.</summary>
    public static PostingPlan OfRestatement(LedgerState state, IReadOnlyList<FactPosting> postings, string recordedBy) =>
        Of(state, postings, recordedBy, restates: true);

    private static PostingPlan Of(LedgerState state, IReadOnlyList<FactPosting> postings, string recordedBy, bool restates)
    {
        var plan = new PostingPlan(state, recordedBy, restates);
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
        LedgerEntry[] wholes = [.. posting.Lines.Select(line => LedgerEntry.Whole(posting, line))];
        if (CauseOf(posting, wholes, posted, claims) is not { } cause)
            return;

        causes[(posting.ClientId, posting.SourceId)] = cause;
        foreach (var entry in posted)
            Add(entry.Reversal(), cause);
        foreach (var claim in claims)
            Remove(claim);
        foreach (var (whole, line) in wholes.Zip(posting.Lines))
        {
            if (line.IsClaim)
                Contend(posting, whole, line.Share);
            else
                Add(whole, cause);
        }
    }

    /// <returns>Null: the ledger holds what the posting says.</returns>
    private EntryCause? CauseOf(FactPosting posting, LedgerEntry[] wholes, List<LedgerEntry> posted, List<UnitClaim> claims)
    {
        if (restates)
            return ChangedTerms.Between(
                [.. posted.Where(IsNoClaim).Select(entry => new WholeLine(entry, 1m)), .. claims.Select(WholeOf)],
                [.. wholes.Zip(posting.Lines, (whole, line) => new WholeLine(whole, line.Share))]
            );
        var revisions = posted.Select(entry => entry.SourceRevision).Concat(claims.Select(claim => claim.Whole.SourceRevision)).ToList();
        if (revisions.Any(revision => revision >= posting.SourceRevision))
            return null;
        return posting switch
        {
            { IsRetraction: true } => EntryCause.RetractedFact,
            { SourceRevision: 1 } => EntryCause.NewFact,
            _ => EntryCause.CorrectedFact,
        };

        bool IsNoClaim(LedgerEntry entry) => !claims.Any(claim => claim.Posted == entry);
        static WholeLine WholeOf(UnitClaim claim) => new(claim.Whole, claim.Claim.Claimed);
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
            var cause = causes.GetValueOrDefault((unit.ClientId, claim.SourceId), EntryCause.Claim);
            if (current.Posted is { } posted)
                Add(posted.Reversal(), cause);
            var entry = due > 0m ? Add(current.Whole.At(due), cause) : null;
            changed[Key(current)] = current with { Granted = due, Posted = entry };
        }
    }

    private LedgerEntry Add(LedgerEntry entry, EntryCause cause)
    {
        var line = lines[entry.ClientId] = lines.GetValueOrDefault(entry.ClientId) + 1;
        var numbered = entry with
        {
            Version = VersionOf(entry.ClientId),
            LineNo = line,
            Edition = state.EditionOf(entry.ClientId, entry.Day),
            RecordedBy = recordedBy,
            Cause = cause,
        };
        entries.Add(numbered);
        return numbered;
    }

    private long VersionOf(Guid clientId) => state.Versions[clientId] + 1;

    private static (Guid ClientId, string Unit, Guid SourceId) Key(UnitClaim claim) =>
        (claim.Whole.ClientId, claim.Whole.Unit, claim.Claim.SourceId);
}
