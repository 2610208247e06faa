using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Posting;
using AgencyRoi.Platform.Database;
using AgencyRoi.Recording.Facts;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Valuation;

/// <summary>Which facts are valued again, and by what.</summary>
/// <param name="ClientIds">Whose facts.</param>
/// <param name="From">The first day of the facts.</param>
/// <param name="Context">Of all days from then on.</param>
/// <param name="Posted">By which terms the ledger holds them now.</param>
/// <param name="Revalued">Facts of the kinds that are valued earlier: a fact that takes others into account takes them from there.</param>
internal sealed record RevaluationScope(
    IReadOnlyList<ClientId> ClientIds,
    DateOnly From,
    PostingContext Context,
    FactsByPostedTerms Posted,
    IReadOnlyList<FactPosting> Revalued
)
{
    /// <summary>The only facts that may be worth something else. Null: all of them may.</summary>
    public RevaluationCandidates? Candidates { get; init; }

    /// <summary>Whether the rates of the day are those of the ledger.</summary>
    public bool RatesHold(PostedTerms terms) =>
        Context.RatesOrError(terms.ClientId, terms.Currency, terms.Day, out var rates) is null && rates == terms.Rates;

    /// <summary>Facts of the clients that count.</summary>
    /// <param name="facts">Those from the first day on.</param>
    public IQueryable<T> Counted<T>(IQueryable<T> facts)
        where T : Fact => facts.AsNoTracking().Where(fact => ClientIds.Contains(fact.ClientId) && fact.RetractedAt == null);

    /// <summary>Those of them that do not stand by the terms of now.</summary>
    public async Task<List<T>> ChangedAsync<T>(
        IQueryable<T> facts,
        Dictionary<Guid, PostedTerms> unchanged,
        CancellationToken cancellationToken
    )
        where T : Fact => await (await WithoutAsync(Counted(facts), unchanged, cancellationToken)).ToListAsync(cancellationToken);

    /// <summary>Rows of those facts that do not stand by the terms of now: very many do, so that their ids alone are read.</summary>
    public static async Task<IQueryable<T>> WithoutAsync<T>(
        IQueryable<T> facts,
        Dictionary<Guid, PostedTerms> holding,
        CancellationToken cancellationToken
    )
        where T : class, IIdentified
    {
        if (holding.Count == 0)
            return facts;
        var ids = await facts.Select(fact => fact.Id).ToListAsync(cancellationToken);
        ids.RemoveAll(holding.ContainsKey);
        return facts.Where(fact => ids.Contains(fact.Id));
    }
}
