using AgencyRoi.Database;
using AgencyRoi.Intake;
using AgencyRoi.Ledger;
using AgencyRoi.Metrics.Valuation;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Purposes;

/// <summary>Outcomes at the values, rates and policies that now hold on their days, and by the grade and stream that their goals have now.</summary>
internal sealed class OutcomeRevaluation : IRevaluation
{
    public async Task<IReadOnlyList<FactPosting>> ValueAgainAsync(
        DatabaseSession session,
        Guid clientId,
        DateOnly from,
        IReadOnlyList<FactPosting> revalued,
        CancellationToken cancellationToken
    )
    {
        var outcomes = await session
            .Db.Set<Outcome>()
            .AsNoTracking()
            .Where(outcome => outcome.ClientId == clientId && outcome.OccurredOn >= from && outcome.RetractedAt == null)
            .ToListAsync(cancellationToken);
        if (outcomes.Count == 0)
            return [];
        var goals = await session
            .Db.Set<Goal>()
            .AsNoTracking()
            .Where(goal => goal.ClientId == clientId)
            .ToDictionaryAsync(goal => goal.Id, cancellationToken);
        var values = await PurposeLoaders.ValuesOfAsync(session, [.. goals.Keys], cancellationToken);
        var books = await ClientBooks.LookAsync(
            session,
            [.. outcomes.Select(outcome => (clientId, outcome.OccurredOn))],
            cancellationToken
        );

        var postings = new List<FactPosting>(outcomes.Count);
        foreach (var outcome in outcomes)
            if (Lines(books, goals[outcome.GoalId], values[outcome.GoalId], outcome) is { } lines)
                postings.Add(OutcomeIntake.Posting(outcome, lines));
        return postings;
    }

    private static IReadOnlyList<ValuedLine>? Lines(ClientBooks books, Goal goal, IEnumerable<GoalValue> values, Outcome outcome)
    {
        if (goal.Stream is not { } stream || GoalValue.InForce(values, outcome.OccurredOn) is not { } value)
            return null;
        if (books.TryRates(goal.ClientId, value.Currency, outcome.OccurredOn, out var rates) is not null)
            return null;
        var fact = OutcomeIntake.Fact(goal, stream, value, outcome.Content);
        return OutcomeValuation.Value(fact, rates, books.FactorsOn(outcome.OccurredOn));
    }
}
