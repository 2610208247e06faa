using AgencyRoi.Database;
using AgencyRoi.Intake;
using AgencyRoi.Ledger;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Streams;

/// <summary>Facts of the streams at the exchange rates and evidence factors that now hold on their days, in the setting they were last valued in.</summary>
internal sealed class StreamRevaluation : IRevaluation
{
    public async Task<IReadOnlyList<FactPosting>> ValueAgainAsync(
        DatabaseSession session,
        Guid clientId,
        DateOnly from,
        CancellationToken cancellationToken
    )
    {
        var facts = await session
            .Db.Set<StreamFact>()
            .AsNoTracking()
            .Where(fact => fact.ClientId == clientId && fact.OccurredOn >= from && fact.RetractedAt == null)
            .ToListAsync(cancellationToken);
        if (facts.Count == 0)
            return [];
        var books = await ClientBooks.LookAsync(session, [.. facts.Select(fact => (clientId, fact.OccurredOn))], cancellationToken);

        var postings = new List<FactPosting>(facts.Count);
        foreach (var fact in facts)
        {
            var draft = fact.Statement;
            if (books.TryRates(clientId, draft.Content.Currency, fact.OccurredOn, out var rates) is not null)
                continue;
            var value = StreamIntake.Value(draft, fact.Setting, rates, books.FactorsOn(fact.OccurredOn));
            postings.Add(StreamIntake.Posting(fact, value.Lines));
        }
        return postings;
    }
}
