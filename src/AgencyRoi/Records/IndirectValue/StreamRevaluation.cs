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
internal sealed class StreamRevaluation : IRevaluationByTerms
{
    private static readonly IReadOnlyDictionary<SourceKind, StreamKind> OneLined = StreamKinds
        .All.Where(kind => kind.OneEntry is not null)
        .ToDictionary(kind => kind.SourceKind);

    private static readonly StreamFactKind[] ComparedKinds = [.. OneLined.Values.Select(kind => kind.Kind)];

    private static readonly StreamFactKind[] OtherKinds = [.. StreamKinds.All.Select(kind => kind.Kind).Except(ComparedKinds)];

    public IReadOnlyList<SourceKind> Kinds { get; } = [.. StreamKinds.All.Select(kind => kind.SourceKind)];

    public IReadOnlyList<SourceKind> Comparing { get; } = [.. OneLined.Keys];

    public async Task<IReadOnlyList<FactPosting>> ValueAgainAsync(
        DatabaseSession session,
        RevaluationScope scope,
        CancellationToken cancellationToken
    )
    {
        var counted = session.Db.Set<StreamFact>().Where(fact => fact.OccurredOn >= scope.From);
        if (scope.Candidates is { } candidates)
        {
            // The days are those of all compared kinds.
            var (days, waiting) = (candidates.DaysOf(Comparing[0]), Comparing.SelectMany(candidates.WaitingOf).ToArray());
            counted = counted.Where(fact => OtherKinds.Contains(fact.Kind) || days.Contains(fact.OccurredOn) || waiting.Contains(fact.Id));
        }
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

    // A fact has one entry or is worth nothing: where a day has as many entries as facts, each of them has one.
    public async Task<IReadOnlyCollection<DateOnly>> OpenDaysAsync(
        DatabaseSession session,
        RevaluationScope scope,
        StandingTerms standing,
        CancellationToken cancellationToken
    )
    {
        var facts = await scope
            .Counted(session.Db.Set<StreamFact>().Where(fact => fact.OccurredOn >= scope.From && ComparedKinds.Contains(fact.Kind)))
            .GroupBy(fact => new
            {
                fact.ClientId,
                fact.Kind,
                fact.OccurredOn,
            })
            .Select(day => new
            {
                day.Key.ClientId,
                day.Key.Kind,
                day.Key.OccurredOn,
                Count = day.LongCount(),
            })
            .ToListAsync(cancellationToken);
        var missing = new Dictionary<(ClientId, SourceKind, DateOnly Day), long>();
        var open = new HashSet<DateOnly>();
        foreach (var day in facts)
            Add(day.ClientId, StreamKinds.Of(day.Kind).SourceKind, day.OccurredOn, day.Count);
        foreach (var kind in Comparing)
        {
            foreach (var fact in standing.WaitingOf(kind))
                Add(fact.ClientId, kind, fact.Day, -1);
            foreach (var (terms, entries) in standing.Of(kind))
            {
                Add(terms.ClientId, kind, terms.Day, -entries);
                if (!Holds(scope, OneLined[kind], terms))
                    open.Add(terms.Day);
            }
        }
        return [.. open.Union(missing.Where(day => day.Value != 0).Select(day => day.Key.Day))];

        void Add(ClientId client, SourceKind kind, DateOnly day, long count) =>
            missing[(client, kind, day)] = missing.GetValueOrDefault((client, kind, day)) + count;
    }

    private static Dictionary<Guid, PostedTerms> Unchanged(RevaluationScope scope) =>
        OneLined.SelectMany(kind => scope.Posted.Unchanged(kind.Key, terms => Holds(scope, kind.Value, terms))).ToDictionary();

    private static bool Holds(RevaluationScope scope, StreamKind kind, PostedTerms terms)
    {
        if (terms.Method != kind.OneEntry)
            return false;
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
