using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Posting;
using AgencyRoi.Metrics.Streams;
using AgencyRoi.Platform.Database;
using AgencyRoi.Records.Valuation;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.IndirectValue;

/// <summary>
/// Facts of the streams at the exchange rates and evidence factors that now hold on their days, in the surroundings they were last valued in; what is booked
/// of their contacts' sales is converted again with them.
/// </summary>
internal sealed class StreamRevaluation : IRevaluation
{
    private static readonly IReadOnlyDictionary<SourceKind, StreamKind> OneLined = StreamKinds
        .All.Where(kind => kind.OneEntry is not null)
        .ToDictionary(kind => kind.SourceKind);

    public IReadOnlyList<SourceKind> Kinds { get; } = [.. StreamKinds.All.Select(kind => kind.SourceKind)];

    public IReadOnlyList<SourceKind> Comparing { get; } = [.. OneLined.Keys];

    public async Task<IReadOnlyList<FactPosting>> ValueAgainAsync(
        DatabaseSession session,
        RevaluationScope scope,
        CancellationToken cancellationToken
    )
    {
        var counted = session.Db.Set<StreamFact>().Where(fact => fact.OccurredOn >= scope.From);
        var facts = await scope.ChangedAsync(counted, Unchanged(scope), cancellationToken);
        if (facts.Count == 0)
            return [];
        return [.. (await ValueAsync(session, scope.Context, facts, scope.Revalued, cancellationToken)).Select(valued => valued.Posting)];
    }

    public async Task NoteTermsAsync(
        DatabaseSession session,
        ClientId clientId,
        IReadOnlyCollection<Guid> revalued,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var facts = await session
            .Db.Set<StreamFact>()
            .Where(fact => fact.ClientId == clientId && revalued.Contains(fact.Id) && fact.RetractedAt == null)
            .ToListAsync(cancellationToken);
        if (facts.Count == 0)
            return;
        var context = await PostingContext.ReadAsync(session, [.. facts.Select(fact => (clientId, fact.OccurredOn))], cancellationToken);
        // The sales are revalued by now: what is booked of them is in the ledger.
        foreach (var (fact, surroundings, value, _) in await ValueAsync(session, context, facts, [], cancellationToken))
            fact.Value(surroundings, value.Memos, now);
    }

    private static Dictionary<Guid, PostedTerms> Unchanged(RevaluationScope scope) =>
        OneLined
            .SelectMany(kind => scope.Posted.Unchanged(kind.Key, terms => terms.Method == kind.Value.OneEntry && Holds(scope, terms)))
            .ToDictionary();

    private static bool Holds(RevaluationScope scope, PostedTerms terms)
    {
        if (terms is not { Basis: { } basis, Grade: { } grade })
            return false;
        var line = ValueStreams.ReturnClassOf(EnumCode.Parse<ValueStream>(terms.Code), basis);
        return terms.Factor == scope.Context.FactorsOn(terms.Day).Of(line, grade) && scope.RatesHold(terms);
    }

    private static async Task<List<ValuedFact>> ValueAsync(
        DatabaseSession session,
        PostingContext context,
        List<StreamFact> facts,
        IReadOnlyList<FactPosting> revalued,
        CancellationToken cancellationToken
    )
    {
        var statements = facts.ToDictionary(fact => fact.Id, fact => fact.Statement);
        var booked = await BookedSales.LoadAsync(session, [.. statements.Values], revalued, cancellationToken);

        var valued = new List<ValuedFact>(facts.Count);
        foreach (var fact in facts)
        {
            var statement = statements[fact.Id];
            if (context.RatesOrError(fact.ClientId, statement.Content.Currency, fact.OccurredOn, out var rates) is not null)
                continue;
            var surroundings = fact.Surroundings with { Booked = booked.Of(statement) / rates.Client };
            var value = StreamIntake.Value(statement, surroundings, rates, context.FactorsOn(fact.OccurredOn));
            valued.Add(new(fact, surroundings, value, fact.Post(value.Entries)));
        }
        return valued;
    }

    private readonly record struct ValuedFact(StreamFact Fact, ValuationSurroundings Surroundings, StreamValue Value, FactPosting Posting);
}
