using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Rows;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.Goals;

internal static class GoalAims
{
    /// <summary>What a new goal counts and aims at holds from the beginning.</summary>
    public static void AddFirst(DatabaseSession session, Goal goal, DateTimeOffset now)
    {
        if (goal.Indicator is not null)
            session.Db.Add(GoalAim.OfIndicator(goal, goal.Indicator, RecordedDays.First, 1, now));
        if (goal.Target != default)
            session.Db.Add(GoalAim.OfTarget(goal, goal.Target, RecordedDays.First, 1, now));
    }

    /// <summary>Adds what an update says from its day on, and makes the goal what it is today. What is said again, without a day, adds nothing.</summary>
    /// <param name="before">What the goal counted and aimed at before the update.</param>
    public static async Task<IUserError?> AddAsync(
        DatabaseSession session,
        Goal goal,
        UpdateGoalInput input,
        (string? Indicator, GoalTarget Target) before,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var client = await session
            .Db.Set<Client>()
            .Where(client => client.Id == goal.ClientId)
            .Select(client => new { client.TimeZone, client.Currency })
            .SingleAsync(cancellationToken);
        var today = Calendar.DayIn(client.TimeZone, now);
        if (BegunDay.ErrorFor(input.EffectiveFrom, today) is { } notBegun)
            return notBegun;
        var known = await session.Db.Set<GoalAim>().Where(row => row.GoalId == goal.Id).ToListAsync(cancellationToken);
        var from = input.EffectiveFrom ?? today;
        if (input.Indicator.HasValue && (input.EffectiveFrom is not null || input.Indicator.Value != before.Indicator))
            Add(GoalAim.OfIndicator(goal, input.Indicator.Value, from, NextOf(GoalAspect.Indicator), now));
        var target = GoalTarget.Of(input.TargetQuantity.Value, input.TargetAmount.Value, client.Currency);
        if (input.SaysTarget && (input.EffectiveFrom is not null || target != before.Target))
            Add(GoalAim.OfTarget(goal, target, from, NextOf(GoalAspect.Target), now));
        goal.AimAt(
            indicator: GoalAim.InForce(known, GoalAspect.Indicator, today)?.Indicator,
            GoalAim.InForce(known, GoalAspect.Target, today)?.Target ?? default
        );
        return null;

        int NextOf(GoalAspect aspect) => known.Where(row => row.Aspect == aspect).NextRevision(from);

        void Add(GoalAim row)
        {
            session.Db.Add(row);
            known.Add(row);
        }
    }
}
