using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Posting;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Records.Valuation;
using AgencyRoi.Terms.ExchangeRates;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Outcomes;

/// <summary>The one way by which outcomes come in, from a mutation one at a time and from a file by the thousand.</summary>
internal static class OutcomeIntake
{
    /// <summary>
    /// Stores what is new or different and posts it to the ledger. The statements have passed <see cref="OutcomeChecks"/> and name each reference once.
    /// A goal that is not active takes no new outcomes; those that it has can be corrected.
    /// </summary>
    /// <returns>One result per statement, in their order. When the database refuses the batch as a whole, all are refused and the session is spent.</returns>
    public static async Task<IReadOnlyList<FactResult<Outcome>>> StoreAsync(
        DatabaseSession session,
        IReadOnlyList<OutcomeStatement> statements,
        RecordingOptions how,
        CancellationToken cancellationToken
    )
    {
        var goals = await GoalsAsync(session, statements, cancellationToken);
        if (goals.Count == 0)
            return [.. statements.Select(_ => FactResult<Outcome>.Refused(NotFoundError.Of("goal", "goalId")))];
        var ofGoals = statements.Where(statement => goals.ContainsKey(statement.GoalId)).ToList();
        var context = await PostingContext.LockAndReadAsync(
            session,
            [.. ofGoals.Select(statement => (goals[statement.GoalId].ClientId, statement.OccurredOn))],
            cancellationToken
        );
        var values = await PurposeLoaders.ValuesOfAsync(session, [.. goals.Keys], cancellationToken);
        var known = await session.KnownAsync<Outcome>(
            [.. ofGoals.Select(statement => (goals[statement.GoalId].ClientId, statement.ExternalReference))],
            cancellationToken
        );

        var postings = new List<FactPosting>();
        var results = new FactResult<Outcome>[statements.Count];
        for (var i = 0; i < statements.Count; i++)
            results[i] = goals.TryGetValue(statements[i].GoalId, out var goal)
                ? Take(session, context, goal, values[goal.Id], known, statements[i], how, postings)
                : FactResult<Outcome>.Refused(NotFoundError.Of("goal", "goalId"));

        if (await session.SaveOrErrorAsync(cancellationToken) is { } refused)
            return [.. statements.Select(_ => FactResult<Outcome>.Refused(refused))];
        await LedgerWriter.PostAsync(session, postings, session.Scope.Actor, cancellationToken);
        return results;
    }

    private static FactResult<Outcome> Take(
        DatabaseSession session,
        PostingContext context,
        Goal goal,
        IEnumerable<GoalValue> values,
        Dictionary<(Guid, string), Outcome> known,
        OutcomeStatement statement,
        RecordingOptions how,
        List<FactPosting> postings
    )
    {
        var outcome = known.GetValueOrDefault((goal.ClientId, statement.ExternalReference));
        if (goal.Status != GoalStatus.Active && outcome?.GoalId != goal.Id)
            return FactResult<Outcome>.Refused(new GoalNotActiveError(["input", "goalId"]));
        if (outcome?.Says(statement) == true)
            return new(FactChange.Unchanged, outcome, null);
        if (how.ErrorFor(outcome) is { } taken)
            return FactResult<Outcome>.Refused(taken);
        if (goal.Stream is not { } stream || GoalValue.InForce(values, statement.OccurredOn) is not { } value)
            return FactResult<Outcome>.Refused(new GoalWithoutValueError(["input", "occurredOn"]));
        if (context.RatesOrError(goal.ClientId, value.Currency, statement.OccurredOn, out var rates) is { } noRate)
            // The currency is the value's: what the caller gave is the day.
            return FactResult<Outcome>.Refused(noRate.At("input", "occurredOn"));

        try
        {
            var lines = OutcomeValuation.Value(Fact(goal, stream, value, statement), rates, context.FactorsOn(statement.OccurredOn));
            var change = outcome is null ? FactChange.Created : FactChange.Updated;
            if (outcome is null)
                session.Db.Add(outcome = Outcome.Record(goal, statement, how.Now));
            else
                outcome.Revise(statement, how.Now);
            postings.Add(Posting(outcome, lines));
            return new(change, outcome, null) { Doubt = DoubtAbout(goal, statement) };
        }
        catch (OverflowException)
        {
            return FactResult<Outcome>.Refused(BadInputError.At("quantity", AmountMessages.Posted));
        }
    }

    // The dates of a goal are a plan: what comes after its last day may still be owed to it.
    private static FactDoubt? DoubtAbout(Goal goal, OutcomeStatement statement) =>
        statement.OccurredOn < goal.StartsOn || statement.OccurredOn > goal.EndsOn
            ? new FactDoubt(["input", "occurredOn"], "The day lies outside of the goal's dates.")
            : null;

    public static FactPosting Posting(Outcome outcome, IReadOnlyList<ValuedEntry> lines) =>
        outcome.PostAs(SourceKind.Outcome, outcome.OccurredOn, lines);

    public static OutcomeFact Fact(Goal goal, ValueStream stream, GoalValue value, OutcomeStatement statement) =>
        new(
            goal.Id,
            statement.ExternalReference,
            statement.OccurredOn,
            statement.Quantity,
            value.UnitValue,
            stream,
            goal.EvidenceGrade,
            new Dimensions(statement.ChannelId ?? goal.ChannelId, statement.CampaignId ?? goal.CampaignId),
            new UnitReferences(statement.LeadReference, statement.OrderReference)
        );

    private static Task<Dictionary<Guid, Goal>> GoalsAsync(
        DatabaseSession session,
        IReadOnlyList<OutcomeStatement> statements,
        CancellationToken cancellationToken
    )
    {
        Guid[] ids = [.. statements.Select(statement => statement.GoalId).Distinct()];
        return session
            .Db.Set<Goal>()
            .AsNoTracking()
            .Where(goal => ids.Contains(goal.Id))
            .ToDictionaryAsync(goal => goal.Id, cancellationToken);
    }
}
