using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Posting;
using AgencyRoi.Platform.Database;

namespace AgencyRoi.Reports.Periods;

/// <summary>
/// The entries that show in which figures a revaluation would change something. When a rate changes, very many facts stand by the terms that no longer hold,
/// and one of each set of terms tells what a preview of them all would: which kinds of entries, on which days.
/// </summary>
internal static class ChangedFigures
{
    // Their worth rests on that of sales and refunds, so that these are not told by one of them.
    private static readonly SourceKind[] RestOnSales = [SourceKind.Retention, SourceKind.Referral];
    private static readonly SourceKind[] RestedOn = [SourceKind.Sale, SourceKind.Refund];

    public static async Task<IReadOnlyList<LedgerEntry>> LoadAsync(
        DatabaseSession session,
        Revaluations revaluations,
        IReadOnlyList<ClientId> clients,
        DateOnly from,
        CancellationToken cancellationToken
    )
    {
        var candidates = await revaluations.CandidatesAsync(session, clients, from, cancellationToken);
        var posted = await FactsByPostedTerms.ReadAsync(session, clients, candidates.Days, cancellationToken);
        var sampled = posted.Sampled(whole: new HashSet<PostedTerms>());
        var facts = await revaluations.ValueAgainAsync(session, clients, from, sampled, cancellationToken, candidates);
        var entries = await LedgerWriter.PreviewAsync(session, facts, cancellationToken);
        var whole = Untold(sampled, facts, entries);
        if (whole.Count == 0)
            return entries;
        facts = await revaluations.ValueAgainAsync(session, clients, from, posted.Sampled(whole), cancellationToken, candidates);
        return await LedgerWriter.PreviewAsync(session, facts, cancellationToken);
    }

    /// <summary>The terms of which one fact does not tell what becomes of the others.</summary>
    private static HashSet<PostedTerms> Untold(
        FactsByPostedTerms sampled,
        IReadOnlyList<FactPosting> facts,
        IReadOnlyList<LedgerEntry> entries
    )
    {
        var changed = entries.Select(entry => entry.SourceId).ToHashSet();
        // What one fact no longer gets of a unit goes to another, which none of its own terms tells.
        if (changed.Except(facts.Select(fact => fact.SourceId)).Any())
            return [.. sampled.Samples.Values];
        var areSalesTold = !facts.Any(fact => RestOnSales.Contains(fact.SourceKind));
        return
        [
            .. sampled
                .Samples.Where(sample => !changed.Contains(sample.Key) || (!areSalesTold && RestedOn.Contains(sample.Value.Kind)))
                .Select(sample => sample.Value),
        ];
    }
}
