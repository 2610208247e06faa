using AgencyRoi.Ledger.Claims;
using AgencyRoi.Ledger.Entries;
using AgencyRoi.Metrics.Valuation;

namespace AgencyRoi.Ledger.Posting;

/// <summary>
/// What postings change, worked out from the locked state without touching the database: entries to add, and claims that get more,
/// less or nothing. The same facts in any order end in the same sums, since each grant is made from the whole entry and each reversal
/// is minus the row it takes back.
/// </summary>
internal sealed class PostingPlan
{
    private readonly LedgerState state;
    private readonly string recordedBy;
    private readonly bool revalues;
    private readonly Dictionary<(ClientId ClientId, Guid SourceId), EntryCause> causes = [];
    private readonly List<LedgerEntry> entries = [];
    private readonly Dictionary<ClientId, int> lines = [];
    private readonly Dictionary<ClaimPart, UnitClaim> claims;
    private readonly ClaimNames names;
    private readonly Dictionary<ClaimPart, UnitClaim> changed = [];
    private readonly Dictionary<ClaimPart, UnitClaim> removed = [];
    private readonly HashSet<ClaimKey> renamed = [];
    private readonly HashSet<UnitName> touched = [];

    private PostingPlan(LedgerState state, string recordedBy, bool revalues)
    {
        (this.state, this.recordedBy, this.revalues) = (state, recordedBy, revalues);
        claims = state.Claims.ToDictionary(claim => claim.Row);
        names = state.Names.Copy();
    }

    /// <summary>The new rows of the ledger, numbered.</summary>
    public IReadOnlyList<LedgerEntry> Entries => entries;

    public IReadOnlyCollection<UnitClaim> ChangedClaims => changed.Values;

    public IReadOnlyCollection<UnitClaim> RemovedClaims => removed.Values;

    /// <summary>Claims whose names so far hold no longer.</summary>
    public IReadOnlyList<ClaimKey> ForgottenNames => [.. renamed.Where(state.Names.HasSeveral)];

    /// <summary>The names of claims that have several now, and had others before or none.</summary>
    public IReadOnlyList<ClaimName> NewNames => [.. names.Rows(renamed)];

    /// <summary>The clients that get entries, with the version these carry.</summary>
    public IReadOnlyDictionary<ClientId, long> Versions => lines.Keys.ToDictionary(client => client, VersionOf);

    public static PostingPlan Of(LedgerState state, IReadOnlyList<FactPosting> postings, string recordedBy) =>
        Of(state, postings, recordedBy, revalues: false);

    /// <summary>For facts that say what they said, and are worth something else by the terms of now: only those are posted anew.</summary>
    public static PostingPlan OfRevaluation(LedgerState state, IReadOnlyList<FactPosting> postings, string recordedBy) =>
        Of(state, postings, recordedBy, revalues: true);

    private static PostingPlan Of(LedgerState state, IReadOnlyList<FactPosting> postings, string recordedBy, bool revalues)
    {
        var plan = new PostingPlan(state, recordedBy, revalues);
        var entriesOf = state.Entries.ToLookup(entry => (entry.ClientId, entry.SourceId));
        var claimsBySource = state.Claims.ToLookup(claim => (claim.Whole.ClientId, claim.Claim.SourceId));
        foreach (var posting in postings)
        {
            var source = (posting.ClientId, posting.SourceId);
            plan.Post(posting, [.. entriesOf[source]], [.. claimsBySource[source]]);
        }
        plan.Settle();
        return plan;
    }

    /// <summary>For facts that say what they said, and are on other units now since somebody found them to be one with others, or not to be.</summary>
    public static PostingPlan OfDecision(LedgerState state, IReadOnlyList<NamedFact> facts, string recordedBy)
    {
        var plan = new PostingPlan(state, recordedBy, revalues: false);
        var claimsBySource = state.Claims.ToLookup(claim => (claim.Whole.ClientId, claim.Claim.SourceId));
        foreach (var fact in facts)
        foreach (var claim in claimsBySource[(fact.ClientId, fact.SourceId)])
            plan.Move(claim, fact.Names);
        plan.Settle();
        return plan;
    }

    private void Post(FactPosting posting, List<LedgerEntry> posted, List<UnitClaim> claims)
    {
        LedgerEntry[] wholes = [.. posting.Entries.Select(line => LedgerEntry.Whole(posting, line))];
        if (CauseOf(posting, wholes, posted, claims) is not { } cause)
        {
            if (revalues)
                Rename(posting, claims);
            return;
        }

        causes[(posting.ClientId, posting.SourceId)] = cause;
        foreach (var entry in posted)
            Add(entry.Reversal(), cause);
        foreach (var claim in claims)
            Remove(claim);
        var parts = new Dictionary<string, int>();
        foreach (var (whole, line) in wholes.Zip(posting.Entries))
        {
            if (line.IsClaim)
                Contend(posting, whole, line, part: parts[whole.Unit] = parts.GetValueOrDefault(whole.Unit, -1) + 1);
            else
                Add(whole, cause);
        }
    }

    /// <returns>Null: the ledger holds what the posting says.</returns>
    private EntryCause? CauseOf(FactPosting posting, LedgerEntry[] wholes, List<LedgerEntry> posted, List<UnitClaim> claims)
    {
        if (revalues)
            return ChangedTerms.Between(
                [.. posted.Where(IsNoClaim).Select(entry => new WholeEntry(entry, 1m)), .. claims.Select(WholeOf)],
                [.. wholes.Zip(posting.Entries, (whole, line) => new WholeEntry(whole, line.Share))]
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
        static WholeEntry WholeOf(UnitClaim claim) => new(claim.Whole, claim.Claim.Claimed);
    }

    // What the fact is worth is what it was: its entries stay, and what it is one unit with may be something else.
    private void Rename(FactPosting posting, List<UnitClaim> posted)
    {
        foreach (var line in posting.Entries.Where(line => line.IsClaim))
        foreach (var claim in posted.Where(claim => claim.Whole.Unit == line.Unit))
            Rename(claim.Key, WithSame(claim.Key, NamedFact.NamesOf(line)));
    }

    private void Rename(ClaimKey claim, IReadOnlyCollection<string> given)
    {
        if (names.Of(claim).ToHashSet().SetEquals(given))
            return;
        Touch(claim);
        names.Set(claim, given);
        renamed.Add(claim);
        Touch(claim);
    }

    // A claim whose unit has another first name is another row, and the entry names the unit too.
    private void Move(UnitClaim claim, IReadOnlyList<string> given)
    {
        if (claim.Whole.Unit == given[0])
        {
            Rename(claim.Key, WithSame(claim.Key, given));
            return;
        }
        if (claim.Posted is { } posted)
            Add(posted.Reversal(), EntryCause.Claim);
        Remove(claim);
        Contend(new UnitClaim(claim.Claim, claim.Whole with { Unit = given[0] }, 0m, null), given);
    }

    // Its entry, if it had one, is among those of the fact and reversed with them.
    private void Remove(UnitClaim claim)
    {
        Touch(claim.Key);
        claims.Remove(claim.Row);
        names.Remove(claim.Key);
        removed[claim.Row] = claim;
        renamed.Add(claim.Key);
    }

    private void Contend(FactPosting posting, LedgerEntry whole, ValuedEntry line, int part)
    {
        // Only value claims units, and it has both.
        var (stream, grade) = (whole.Kind.ValueStream!.Value, whole.Kind.Grade!.Value);
        var rank = new Claim(posting.SourceId, grade, posting.OccurredOn, stream, posting.ExternalReference, line.Share) { Part = part };
        Contend(new UnitClaim(rank, whole, 0m, null), NamedFact.NamesOf(line));
    }

    private void Contend(UnitClaim claim, IReadOnlyList<string> given)
    {
        claims[claim.Row] = claim;
        names.Set(claim.Key, WithSame(claim.Key, given));
        removed.Remove(claim.Row);
        renamed.Add(claim.Key);
        changed[claim.Row] = claim;
        Touch(claim.Key);
    }

    private string[] WithSame(ClaimKey claim, IReadOnlyList<string> given) =>
        [.. given.Concat(state.SameAs(claim.ClientId, claim.SourceId)).Distinct()];

    private void Touch(ClaimKey claim)
    {
        foreach (var name in names.Of(claim))
            touched.Add(new(claim.ClientId, name));
    }

    /// <summary>Serves the claims on each unit that was touched: on one that is two now, or was, as well as on one that only has another claim.</summary>
    private void Settle()
    {
        var joined = names.Joined();
        var units = touched.Select(joined.Of).Distinct().ToList();
        var onUnit = claims.Values.ToLookup(claim => joined.Of(claim.On));
        foreach (var unit in units)
            Settle([.. onUnit[unit]]);
    }

    private void Settle(IReadOnlyList<UnitClaim> onOneUnit)
    {
        var rivals = onOneUnit.ToDictionary(claim => (claim.Claim.SourceId, claim.Claim.Part));
        foreach (var (claim, due) in ClaimOrder.Grant(onOneUnit.Select(each => each.Claim)))
        {
            var current = rivals[(claim.SourceId, claim.Part)];
            if (current.Granted == due)
                continue;
            var cause = causes.GetValueOrDefault((current.Whole.ClientId, claim.SourceId), EntryCause.Claim);
            if (current.Posted is { } posted)
                Add(posted.Reversal(), cause);
            var entry = due > 0m ? Add(current.Whole.At(due), cause) : null;
            changed[current.Row] = current with { Granted = due, Posted = entry };
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

    private long VersionOf(ClientId clientId) => state.Versions[clientId] + 1;
}
