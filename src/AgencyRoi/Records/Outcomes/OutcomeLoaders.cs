using AgencyRoi.Platform.Database.Direct;
using AgencyRoi.Platform.Ids;

namespace AgencyRoi.Records.Outcomes;

internal static class OutcomeLoaders
{
    public static readonly ChildList<Outcome, GoalId> OfGoal = new(outcome => outcome.GoalId, LatestFirst);
    public static readonly ChildList<Outcome> OfClient = new(outcome => outcome.ClientId, LatestFirst);

    private static SortDefinition<Outcome> LatestFirst(SortDefinition<Outcome> sort) => sort.AddDescending(outcome => outcome.OccurredOn);
}
