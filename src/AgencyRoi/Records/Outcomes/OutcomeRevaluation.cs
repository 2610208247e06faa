using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Posting;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Rows;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Records.Valuation;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Outcomes;

/// <summary>Outcomes at the values, rates and policies that now hold on their days, and by the grade and stream that their goals have now.</summary>
internal sealed class OutcomeRevaluation : IRevaluationByTerms
{
    public IReadOnlyList<SourceKind> Kinds { get; } = [SourceKind.Outcome];

    public IReadOnlyList<SourceKind> Comparing => Kinds;

    public async Task<IReadOnlyList<FactPosting>> ValueAgainAsync(
        DatabaseSession session,
        RevaluationScope scope,
        CancellationToken cancellationToken
    )
    {
        var counted = scope.Counted(session.Db.Set<Outcome>().Where(outcome => outcome.OccurredOn >= scope.From));
        if (scope.Candidates is { } candidates)
        {
            var (days, waiting) = (candidates.DaysOf(SourceKind.Outcome), candidates.WaitingOf(SourceKind.Outcome));
            if (days.Length + waiting.Length == 0)
                return [];
            counted = counted.Where(outcome => days.Contains(outcome.OccurredOn) || waiting.Contains(outcome.Id));
        }
        var goals = await GoalsAsync(session, scope, cancellationToken);
        if (goals.Count == 0)
            return [];
        var values = await GoalLoaders.ValuesOfClientsAsync(session, scope.ClientIds, cancellationToken);
        var ideas = await IdeaGoals.AmongAsync(session, goals.Values, cancellationToken);
        var holding = scope.Posted.Unchanged(
            SourceKind.Outcome,
            terms => Holds(scope, goals[new(terms.GoalId)], values[new(terms.GoalId)], terms)
        );
        var outcomes = await WithoutAsync(counted, goals, ideas, holding, cancellationToken);

        var postings = new List<FactPosting>(outcomes.Count);
        foreach (var outcome in outcomes)
            if (!ideas.Count(outcome.GoalId, outcome.IdeaGrade))
                postings.Add(outcome.Post([]));
            else if (Lines(scope.Context, goals[outcome.GoalId], values[outcome.GoalId], outcome) is { } lines)
                postings.Add(outcome.Post(lines));
        return postings;
    }

    public async Task<IReadOnlyCollection<DateOnly>> OpenDaysAsync(
        DatabaseSession session,
        RevaluationScope scope,
        StandingTerms standing,
        CancellationToken cancellationToken
    )
    {
        var goals = await GoalsAsync(session, scope, cancellationToken);
        if (goals.Count == 0)
            return [];
        var values = await GoalLoaders.ValuesOfClientsAsync(session, scope.ClientIds, cancellationToken);
        var ideas = await IdeaGoals.AmongAsync(session, goals.Values, cancellationToken);
        var places = new OutcomePlaces(goals, ideas, (goal, day) => ValueOn(scope.Context, goal, values[goal.Id], day, out _) is not null);
        await places.CountAsync(session, scope, standing.WaitingOf(SourceKind.Outcome), cancellationToken);
        foreach (var (terms, entries) in standing.Of(SourceKind.Outcome))
            places.Take(terms, entries, Holds(scope, goals[new(terms.GoalId)], values[new(terms.GoalId)], terms));
        return places.OpenDays;
    }

    private static Task<Dictionary<GoalId, Goal>> GoalsAsync(
        DatabaseSession session,
        RevaluationScope scope,
        CancellationToken cancellationToken
    ) =>
        session
            .Db.Set<Goal>()
            .AsNoTracking()
            .Where(goal => scope.ClientIds.Contains(goal.ClientId))
            .ToDictionaryAsync(goal => goal.Id, cancellationToken);

    private static bool Holds(RevaluationScope scope, Goal goal, IEnumerable<GoalValue> values, PostedTerms terms) =>
        terms.Method == OutcomeValuation.Method
        && goal.Stream is { } stream
        && (terms.Code, terms.Grade) == (EnumCode.Of(stream), goal.EvidenceGrade)
        && values.InForceOn(terms.Day) is { } value
        && (terms.Currency, terms.UnitPrice) == (value.Currency, value.Amount)
        && terms.Factor == OutcomeValuation.Factor(stream, goal.EvidenceGrade, scope.Context.FactorsOn(terms.Day))
        && scope.RatesHold(terms);

    // Where an outcome names no channel or campaign it takes those that its goal has now.
    private static async Task<List<Outcome>> WithoutAsync(
        IQueryable<Outcome> counted,
        Dictionary<GoalId, Goal> goals,
        IdeaGoals ideas,
        Dictionary<Guid, PostedTerms> holding,
        CancellationToken cancellationToken
    )
    {
        if (holding.Count == 0)
            return await counted.ToListAsync(cancellationToken);
        var places = await counted
            .Select(outcome => new
            {
                outcome.Id,
                outcome.GoalId,
                outcome.ChannelId,
                outcome.CampaignId,
                outcome.IdeaGrade,
            })
            .ToListAsync(cancellationToken);
        var changed = new List<Guid>();
        foreach (var place in places)
        {
            var goal = goals[place.GoalId];
            var now = (
                goal.Id.Value,
                NoDimension.ToColumn(place.ChannelId ?? goal.ChannelId),
                NoDimension.ToColumn(place.CampaignId ?? goal.CampaignId)
            );
            if (
                !ideas.Count(place.GoalId, place.IdeaGrade)
                || !holding.TryGetValue(place.Id, out var terms)
                || (terms.GoalId, terms.ChannelId, terms.CampaignId) != now
            )
                changed.Add(place.Id);
        }
        return changed.Count == 0 ? [] : await counted.Where(outcome => changed.Contains(outcome.Id)).ToListAsync(cancellationToken);
    }

    private static IReadOnlyList<ValuedEntry>? Lines(PostingContext context, Goal goal, IEnumerable<GoalValue> values, Outcome outcome)
    {
        if (ValueOn(context, goal, values, outcome.OccurredOn, out var rates) is not { } value || goal.Stream is not { } stream)
            return null;
        var fact = outcome.Statement.Fact(goal, stream, value);
        return OutcomeValuation.Value(fact, rates, context.FactorsOn(outcome.OccurredOn));
    }

    // Null: outcomes of the day cannot be valued.
    private static GoalValue? ValueOn(PostingContext context, Goal goal, IEnumerable<GoalValue> values, DateOnly day, out LedgerRates rates)
    {
        rates = default;
        return
            goal is { KeptVolume: null, Stream: not null }
            && values.InForceOn(day) is { } value
            && context.RatesOrError(goal.ClientId, value.Currency, day, out rates) is null
            ? value
            : null;
    }
}
