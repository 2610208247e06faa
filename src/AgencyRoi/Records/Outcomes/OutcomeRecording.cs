using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Rows;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Records.Valuation;
using AgencyRoi.Terms.ExchangeRates;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Outcomes;

/// <summary>How outcomes come in. A goal that is not active takes no new ones; those that it has can be corrected.</summary>
internal sealed class OutcomeRecording : PostedRecording<Outcome, OutcomeStatement>
{
    public static readonly OutcomeRecording Instance = new();

    protected override string Thing => "outcome";

    protected override PostingBatch<Outcome, OutcomeStatement> NewBatch(DatabaseSession session, RecordingOptions how) =>
        new OutcomeBatch(session, how);

    private sealed class OutcomeBatch(DatabaseSession session, RecordingOptions how) : PostingBatch<Outcome, OutcomeStatement>(session, how)
    {
        private Dictionary<GoalId, Goal> goals = [];
        private IdeaGoals ideas = null!; // read with the values
        private ILookup<GoalId, GoalValue> values = null!; // read before any outcome is valued

        protected override string AmountField => "quantity";

        protected override async Task FindOwnersAsync(IReadOnlyList<OutcomeStatement> statements, CancellationToken cancellationToken)
        {
            GoalId[] ids = [.. statements.Select(statement => statement.GoalId).Distinct()];
            goals = await Session
                .Db.Set<Goal>()
                .AsNoTracking()
                .Where(goal => ids.Contains(goal.Id))
                .ToDictionaryAsync(goal => goal.Id, cancellationToken);
        }

        protected override ClientId? ClientOf(OutcomeStatement statement) => goals.GetValueOrDefault(statement.GoalId)?.ClientId;

        protected override IUserError NoOwner(OutcomeStatement statement) => NotFoundError.Of("goal", "goalId");

        protected override async Task ReadTermsAsync(
            IReadOnlyList<OutcomeStatement> statements,
            IReadOnlyCollection<Outcome> known,
            CancellationToken cancellationToken
        )
        {
            values = await GoalLoaders.ValuesOfAsync(Session, [.. goals.Keys], cancellationToken);
            ideas = await IdeaGoals.AmongAsync(Session, goals.Values, cancellationToken);
        }

        protected override IUserError? ErrorFor(Stated<Outcome, OutcomeStatement> stated)
        {
            var goal = goals[stated.Statement.GoalId];
            return goal.Status != GoalStatus.Active && stated.Known?.GoalId != goal.Id ? new GoalNotActiveError(["input", "goalId"]) : null;
        }

        protected override IUserError? ValueOrError(Stated<Outcome, OutcomeStatement> stated, out FactValue<Outcome> value)
        {
            value = new([]);
            var statement = stated.Statement;
            var (goal, day) = (goals[statement.GoalId], statement.OccurredOn);
            // Recorded, and never value.
            if (goal.KeptVolume is not null)
            {
                value = new([]) { Doubt = DoubtAbout(goal, day) };
                return null;
            }
            if (goal.Stream is not { } stream || values[goal.Id].InForceOn(day) is not { } unit)
                return new GoalWithoutValueError(["input", "occurredOn"]);
            if (Context.RatesOrError(goal.ClientId, unit.Currency, day, out var rates) is { } noRate)
                // The currency is the value's: what the caller gave is the day.
                return noRate.At("input", "occurredOn");
            var doubt = DoubtAbout(goal, day);
            if (!ideas.Count(goal.Id, statement.IdeaGrade))
            {
                value = new([]) { Doubt = doubt };
                return null;
            }
            value = new(OutcomeValuation.Value(statement.Fact(goal, stream, unit), rates, Context.FactorsOn(day))) { Doubt = doubt };
            return null;
        }

        // The dates of a goal are a plan: what comes after them may still be owed to it.
        private static FactDoubt? DoubtAbout(Goal goal, DateOnly day) =>
            day < goal.From || day >= goal.To ? new FactDoubt(["input", "occurredOn"], "The day lies outside of the goal's dates.") : null;
    }
}
