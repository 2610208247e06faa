using AgencyRoi.Platform.Database.Direct;

namespace AgencyRoi.Records.Outcomes;

internal static class OutcomeLoaders
{
    public static readonly ChildList<Outcome, GoalId> OfGoal = new(outcome => outcome.GoalId, LatestFirst);
    public static readonly ChildList<Outcome, ClientId> OfClient = new(outcome => outcome.ClientId, LatestFirst);

    private static SortDefinition<Outcome> LatestFirst(SortDefinition<Outcome> sort) => sort.AddDescending(outcome => outcome.OccurredOn);
}
