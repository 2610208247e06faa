using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Posting;
using AgencyRoi.Platform.Database;
using AgencyRoi.Records.Valuation;

namespace AgencyRoi.Reports.Periods;

/// <summary>All kinds of facts together, valued again.</summary>
internal sealed class Revaluations(IEnumerable<IRevaluation> kinds)
{
    // What a contact bought is a part of the lifetime value that a retention or a referral states, so that sales and refunds come before them.
    private static readonly SourceKind[] Order =
    [
        SourceKind.Outcome,
        SourceKind.Cost,
        SourceKind.TimeEntry,
        SourceKind.Subscription,
        SourceKind.CostAllocation,
        SourceKind.Sale,
        SourceKind.Refund,
        SourceKind.Appearance,
        SourceKind.Retention,
        SourceKind.Referral,
        SourceKind.ReputationChange,
        SourceKind.CareCase,
        SourceKind.Backlink,
        SourceKind.IndirectSale,
        SourceKind.Deflection,
        SourceKind.Learning,
        SourceKind.Insight,
        SourceKind.AdEfficiency,
        SourceKind.KeywordVisits,
    ];

    private readonly IReadOnlyList<IRevaluation> kinds = InOrder([.. kinds]);
    private readonly IReadOnlyList<SourceKind> comparing = [.. kinds.OfType<IRevaluationByTerms>().SelectMany(kind => kind.Comparing)];

    /// <summary>The facts of some clients from a day on, by the terms of now: those that may be worth something else than the ledger holds.</summary>
    public async Task<IReadOnlyList<FactPosting>> ValueAgainAsync(
        DatabaseSession session,
        IReadOnlyList<ClientId> clientIds,
        DateOnly from,
        CancellationToken cancellationToken
    ) =>
        await ValueAgainAsync(
            session,
            clientIds,
            from,
            await PostedTermsAsync(session, clientIds, from, cancellationToken),
            cancellationToken
        );

    /// <summary>By which terms the ledger holds those facts that can be compared.</summary>
    public Task<FactsByPostedTerms> PostedTermsAsync(
        DatabaseSession session,
        IReadOnlyList<ClientId> clientIds,
        DateOnly from,
        CancellationToken cancellationToken
    ) => FactsByPostedTerms.ReadAsync(session, clientIds, from, comparing, cancellationToken);

    /// <summary>The facts that may be worth something else than the ledger holds, found without reading an entry.</summary>
    public async Task<RevaluationCandidates> CandidatesAsync(
        DatabaseSession session,
        IReadOnlyList<ClientId> clientIds,
        DateOnly from,
        CancellationToken cancellationToken
    )
    {
        var standing = await StandingTerms.ReadAsync(session, clientIds, from, comparing, cancellationToken);
        var context = await ContextAsync(session, clientIds, from, cancellationToken);
        var scope = new RevaluationScope(clientIds, from, context, FactsByPostedTerms.None, []);
        var days = new Dictionary<SourceKind, IReadOnlyCollection<DateOnly>>();
        foreach (var kind in kinds.OfType<IRevaluationByTerms>())
        {
            var open = await kind.OpenDaysAsync(session, scope, standing, cancellationToken);
            foreach (var compared in kind.Comparing)
                days.Add(compared, open);
        }
        return new(context, standing, days);
    }

    /// <summary>The same without a look at what the ledger holds: all facts, one by one.</summary>
    public Task<IReadOnlyList<FactPosting>> ValueAllAgainAsync(
        DatabaseSession session,
        ClientId clientId,
        DateOnly from,
        CancellationToken cancellationToken
    ) => ValueAgainAsync(session, [clientId], from, FactsByPostedTerms.None, cancellationToken);

    /// <summary>The facts that may be worth something else than the ledger holds, by what is known of their terms.</summary>
    public async Task<IReadOnlyList<FactPosting>> ValueAgainAsync(
        DatabaseSession session,
        IReadOnlyList<ClientId> clientIds,
        DateOnly from,
        FactsByPostedTerms posted,
        CancellationToken cancellationToken,
        RevaluationCandidates? candidates = null
    )
    {
        var context = candidates?.Context ?? await ContextAsync(session, clientIds, from, cancellationToken);
        var postings = new List<FactPosting>();
        var scope = new RevaluationScope(clientIds, from, context, posted, postings) { Candidates = candidates };
        foreach (var kind in kinds)
            postings.AddRange(await kind.ValueAgainAsync(session, scope, cancellationToken));
        return postings;
    }

    /// <summary>Notes on the facts by which terms they are posted since they were revalued.</summary>
    public async Task NoteTermsAsync(
        DatabaseSession session,
        ClientId clientId,
        IReadOnlyCollection<Guid> revalued,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (revalued.Count == 0)
            return;
        foreach (var kind in kinds)
            await kind.NoteTermsAsync(session, clientId, revalued, now, cancellationToken);
        await session.Db.SaveChangesAsync(cancellationToken);
    }

    private static Task<PostingContext> ContextAsync(
        DatabaseSession session,
        IReadOnlyList<ClientId> clientIds,
        DateOnly from,
        CancellationToken cancellationToken
    ) =>
        PostingContext.ReadAsync(
            session,
            [.. clientIds.SelectMany(client => new[] { (client, from), (client, DateRange.NoEnd) })],
            cancellationToken
        );

    private static IReadOnlyList<IRevaluation> InOrder(IReadOnlyList<IRevaluation> kinds)
    {
        var byKind = kinds
            .SelectMany(kind => kind.Kinds.Select(source => (Source: source, Kind: kind)))
            .ToDictionary(of => of.Source, of => of.Kind);
        if (byKind.Keys.Except(Order).Concat(Order.Except(byKind.Keys)).ToList() is { Count: > 0 } others)
            throw new InvalidOperationException($"Not both valued again and in the order: {string.Join(", ", others)}.");
        return [.. Order.Select(source => byKind[source]).Distinct()];
    }
}
