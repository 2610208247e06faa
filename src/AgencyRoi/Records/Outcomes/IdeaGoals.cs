using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Portfolio.Purposes;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Outcomes;

/// <summary>The goals whose outcomes are ideas: those of the stream MARKET_INSIGHT under a purpose of the type IDEA_GENERATION.</summary>
internal sealed class IdeaGoals
{
    private readonly HashSet<GoalId> ids;

    private IdeaGoals(HashSet<GoalId> ids) => this.ids = ids;

    /// <summary>One statement when any goal is of that stream, and otherwise none.</summary>
    public static async Task<IdeaGoals> AmongAsync(
        DatabaseSession session,
        IReadOnlyCollection<Goal> goals,
        CancellationToken cancellationToken
    )
    {
        var insight = goals.Where(goal => goal.Stream == ValueStream.MarketInsight).ToList();
        if (insight.Count == 0)
            return new([]);
        PurposeId[] purposeIds = [.. insight.Select(goal => goal.PurposeId).Distinct()];
        var purposes = await session
            .Db.Set<Purpose>()
            .Where(purpose => purposeIds.Contains(purpose.Id) && purpose.Type == PurposeType.IdeaGeneration)
            .Select(purpose => purpose.Id)
            .ToListAsync(cancellationToken);
        return new([.. insight.Where(goal => purposes.Contains(goal.PurposeId)).Select(goal => goal.Id)]);
    }

    public bool Contains(GoalId goalId) => ids.Contains(goalId);

    /// <summary>Whether an outcome counts: an idea only when it was graded good.</summary>
    public bool Count(GoalId goalId, IdeaGrade? grade) => !ids.Contains(goalId) || grade == IdeaGrade.Good;
}
