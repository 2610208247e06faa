using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Reports.Forecasts;
using AgencyRoi.Terms.KpiDefinitions;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Reports.KeyMetrics;

/// <summary>The key metrics that are of goals, with all goals of their clients and what these aimed at: the same in every period.</summary>
internal sealed record ChosenGoals(IReadOnlyList<KeyMetricChoice> Choices, IReadOnlyList<Goal> Goals, ILookup<GoalId, GoalAim> Aims)
{
    /// <summary>Two statements, and none when no choice is of goals.</summary>
    public static async Task<ChosenGoals> LoadAsync(
        DatabaseSession session,
        IEnumerable<KeyMetricChoice> chosen,
        CancellationToken cancellationToken
    )
    {
        var choices = chosen.Where(choice => choice.Metric is KeyMetricCode.GoalProgress or KeyMetricCode.Indicator).ToList();
        if (choices.Count == 0)
            return new([], [], Enumerable.Empty<GoalAim>().ToLookup(aim => aim.GoalId));
        ClientId[] clients = [.. choices.Select(choice => choice.ClientId).Distinct()];
        var goals = await session
            .Db.Set<Goal>()
            .AsNoTracking()
            .Where(goal => clients.Contains(goal.ClientId))
            .ToListAsync(cancellationToken);
        return new(choices, goals, await GoalLoaders.AimsOfAsync(session, [.. goals.Select(goal => goal.Id)], cancellationToken));
    }
}

/// <summary>Progress of goals and units of indicators in a period, by the targets and indicators that the goals had then.</summary>
internal sealed class KeyMetricGoals
{
    private readonly DateRange days;
    private readonly Dictionary<GoalId, Goal> goals;
    private readonly ILookup<GoalId, GoalAim> aims;
    private readonly Dictionary<GoalDays, decimal> units = [];
    private readonly Dictionary<GoalDays, decimal> booked = [];

    private KeyMetricGoals(DateRange days, IEnumerable<Goal> goals, ILookup<GoalId, GoalAim> aims)
    {
        (this.days, this.aims) = (days, aims);
        this.goals = goals.ToDictionary(goal => goal.Id);
    }

    /// <summary>One statement, one more where a target is in money, and none when no choice is of goals.</summary>
    public static async Task<KeyMetricGoals> LoadAsync(
        DatabaseSession session,
        ChosenGoals chosen,
        DateRange days,
        CancellationToken cancellationToken
    )
    {
        var known = new KeyMetricGoals(days, chosen.Goals, chosen.Aims);
        var (inMoney, inUnits) = (new HashSet<(GoalDays, string)>(), new HashSet<GoalDays>());
        foreach (var choice in chosen.Choices)
            if (choice.Metric == KeyMetricCode.Indicator)
                inUnits.UnionWith(known.Counting(choice));
            else if (known.DaysSoFar(choice) is { } soFar)
                if (known.TargetOf(choice).Money is { } money)
                    inMoney.Add((soFar, money.CurrencyCode));
                else
                    inUnits.Add(soFar);
        await known.CountAsync(session, [.. inUnits], [.. inMoney], cancellationToken);
        return known;
    }

    public KeyMetricFigure Of(KeyMetricChoice choice) =>
        choice.Metric == KeyMetricCode.Indicator ? UnitsOf(choice) : ProgressOf(choice, goals[choice.GoalId!.Value]); // The table's check: it names a goal.

    private KeyMetricFigure UnitsOf(KeyMetricChoice choice)
    {
        var counting = Counting(choice).ToList();
        var counted = new EntryFilter(new SumScope([choice.ClientId], days))
        {
            Side = EntrySide.Value,
            GoalIds = [.. counting.Select(goal => goal.GoalId.Value).Distinct()],
        };
        return counting.Count == 0
            ? KeyMetricFigure.None(KeyMetricUndefinedReason.NotMeasured, counted)
            : KeyMetricFigure.OfUnits(counting.Sum(goal => units[goal]), counted);
    }

    private KeyMetricFigure ProgressOf(KeyMetricChoice choice, Goal goal)
    {
        var counted = GoalActuals.Counted(DaysSoFar(choice) ?? new(goal.ClientId, goal.Id, days));
        if (goal.KeptVolume is not null)
            return KeyMetricFigure.None(KeyMetricUndefinedReason.VolumeIndicator, counted);
        if (DaysSoFar(choice) is not { } soFar)
            return KeyMetricFigure.None(KeyMetricUndefinedReason.NotBegun, counted);
        var target = TargetOf(choice);
        var done =
            target.Money is null ? units.GetValueOrDefault(soFar)
            : booked.TryGetValue(soFar, out var money) ? money
            : (decimal?)null;
        return (target.Quantity ?? target.Money?.Amount) is > 0 and { } aimed && done is { } known
            ? KeyMetricFigure.OfUnits(known * 100m / aimed, counted)
            : KeyMetricFigure.None(KeyMetricUndefinedReason.NoTarget, counted);
    }

    private GoalTarget TargetOf(KeyMetricChoice choice) =>
        GoalAim.InForce(aims[choice.GoalId!.Value], GoalAspect.Target, days.To.AddDays(-1))?.Target ?? default; // Asked only of those that name a goal.

    // From the goal's first day to the end of the period, or its own. Null: it began later.
    private GoalDays? DaysSoFar(KeyMetricChoice choice)
    {
        var goal = goals[choice.GoalId!.Value]; // Asked only of those that name a goal.
        var (first, end) = (goal.From ?? RecordedDays.First, goal.To is { } to && to < days.To ? to : days.To);
        return first < end ? new(goal.ClientId, goal.Id, new(first, end)) : null;
    }

    /// <summary>The days of the period on which goals of the client counted the indicator.</summary>
    private IEnumerable<GoalDays> Counting(KeyMetricChoice choice)
    {
        var subject = KpiDefinition.SubjectOf(null, choice.Indicator);
        return from goal in goals.Values
            where goal.ClientId == choice.ClientId && goal.KeptVolume is null
            from counting in GoalAim.DaysCounting(aims[goal.Id], days, indicator => KpiDefinition.SubjectOf(null, indicator) == subject)
            select new GoalDays(goal.ClientId, goal.Id, counting);
    }

    private async Task CountAsync(
        DatabaseSession session,
        IReadOnlyList<GoalDays> inUnits,
        IReadOnlyList<(GoalDays Goal, string Currency)> inMoney,
        CancellationToken cancellationToken
    )
    {
        foreach (var (goal, number) in inUnits.Zip(await GoalActuals.OfAsync(session, inUnits, cancellationToken)))
            units[goal] = number;
        foreach (var (asked, amount) in inMoney.Zip(await GoalActuals.BookedAsync(session, inMoney, cancellationToken)))
            if (amount is { } known)
                booked[asked.Goal] = known;
    }
}
