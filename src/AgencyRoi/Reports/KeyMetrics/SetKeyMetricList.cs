using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Returns.Figures;
using AgencyRoi.Terms.KpiDefinitions;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Reports.KeyMetrics;

/// <summary>A figure to be shown first.</summary>
/// <param name="Metric">The figure.</param>
/// <param name="Total">With ROI_PERCENT, VALUE and NET: the total of the four.</param>
/// <param name="GoalId">With GOAL_PROGRESS: a goal of the client.</param>
/// <param name="Indicator">With INDICATOR: what a goal of the client counts, or what a KPI definition is about; case and spaces do not matter. No volume metric.</param>
internal sealed record KeyMetricInput(
    KeyMetricCode Metric,
    RoiTotal? Total = null,
    [property: ID<Goal>] GoalId? GoalId = null,
    string? Indicator = null
);

/// <summary>The figures that a client is shown first.</summary>
/// <param name="ClientId">The client.</param>
/// <param name="Metrics">At most seven, in the order in which they are shown; none: the client has no key metrics.</param>
internal sealed record SetKeyMetricListInput([property: ID<Client>] ClientId ClientId, IReadOnlyList<KeyMetricInput> Metrics);

[MutationType]
internal static partial class SetKeyMetricList
{
    private const int Most = 7;

    /// <summary>
    /// States the key metrics of a client, in place of those that it had. A volume metric, such as followers or reach, is refused here as it is in a goal. To
    /// repeat it safely, send it again: it sets the same.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<VanityMetricError>]
    public static Task<FieldResult<KeyMetricList>> SetKeyMetricListAsync(
        SetKeyMetricListInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => SetAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<KeyMetricList>> SetAsync(
        DatabaseSession session,
        SetKeyMetricListInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var checks = Checked(input);
        if (!checks.Passed)
            return checks.Refuse<KeyMetricList>();

        // Two writers of the same list come one after the other.
        if (!await session.LockAsync("clients", input.ClientId, cancellationToken))
            return NotFoundError.Of("client", "clientId").Refuse<KeyMetricList>();
        await AskAsync(session, input, checks, cancellationToken);
        if (!checks.Passed)
            return checks.Refuse<KeyMetricList>();

        await session.Db.Set<KeyMetricChoice>().Where(row => row.ClientId == input.ClientId).ExecuteDeleteAsync(cancellationToken);
        var choices = input
            .Metrics.Select((metric, i) => KeyMetricChoice.Create(session.TenantId, input.ClientId, metric, i + 1, now))
            .ToList();
        session.Db.AddRange(choices);
        return await session.SaveOrErrorAsync(cancellationToken) is { } refused
            ? refused.Refuse<KeyMetricList>()
            : new KeyMetricList(input.ClientId, choices);
    }

    private static InputChecks Checked(SetKeyMetricListInput input)
    {
        var checks = new InputChecks();
        checks.Require(input.Metrics.Count <= Most, "metrics", $"A client has at most {Most} key metrics: more are none.");
        foreach (var (i, metric) in input.Metrics.Index())
        {
            var own = At(checks, i);
            own.Require(
                metric.Metric.IsOfTotal() == (metric.Total is not null),
                "total",
                "ROI_PERCENT, VALUE and NET are of one of the four totals, and no other figure is."
            );
            own.Require(
                (metric.Metric == KeyMetricCode.GoalProgress) == (metric.GoalId is not null),
                "goalId",
                "GOAL_PROGRESS is of a goal, and no other figure is."
            );
            own.Require(
                (metric.Metric == KeyMetricCode.Indicator) == (metric.Indicator is not null),
                "indicator",
                "INDICATOR is of an indicator, and no other figure is."
            );
            own.Text(metric.Indicator, "indicator");
            own.Require(
                !input.Metrics.Take(i).Any(earlier => Key(earlier) == Key(metric)),
                "metric",
                "It is in the list already: each figure is shown once."
            );
            own.Add(RefusalOf(metric.Indicator, own));
        }
        return checks;
    }

    private static async Task AskAsync(
        DatabaseSession session,
        SetKeyMetricListInput input,
        InputChecks checks,
        CancellationToken cancellationToken
    )
    {
        var goals = await session
            .Db.Set<Goal>()
            .AsNoTracking()
            .Where(goal => goal.ClientId == input.ClientId)
            .ToDictionaryAsync(goal => goal.Id, cancellationToken);
        var counted = await session
            .Db.Set<GoalAim>()
            .Where(aim => aim.ClientId == input.ClientId && aim.Indicator != null)
            .Select(aim => aim.Indicator)
            .Distinct()
            .ToListAsync(cancellationToken);
        var defined = await session.Db.Set<KpiDefinition>().Select(row => row.Subject).Distinct().ToListAsync(cancellationToken);
        var known = counted.Select(indicator => KpiDefinition.SubjectOf(null, indicator)).Concat(defined).ToHashSet();
        foreach (var (i, metric) in input.Metrics.Index())
        {
            var own = At(checks, i);
            if (metric.GoalId is { } id && !goals.ContainsKey(id))
                own.Add(new NotFoundError("There is no such goal.", own.PathOf("goalId")));
            else if (metric.GoalId is { } found)
                own.Add(RefusalOf(goals[found].Indicator, own));
            if (metric.Indicator is { } indicator && !known.Contains(KpiDefinition.SubjectOf(null, indicator)))
                own.Require(
                    false,
                    "indicator",
                    "No goal of the client counts it, and no KPI definition is about it: name it as the goal or the definition does."
                );
        }
    }

    private static VanityMetricError? RefusalOf(string? indicator, InputChecks own) =>
        GoalIndicators.Refusal(indicator, GoalType.Conversion, kept: null) is VanityMetricError volume
            ? volume with
            {
                Path = own.PathOf("indicator"),
            }
            : null;

    private static InputChecks At(InputChecks checks, int place) =>
        checks.Within("metrics").Within(place.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static (KeyMetricCode, RoiTotal?, GoalId?, string?) Key(KeyMetricInput metric) =>
        (metric.Metric, metric.Total, metric.GoalId, metric.Indicator is { } indicator ? KpiDefinition.SubjectOf(null, indicator) : null);
}
