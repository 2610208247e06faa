using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Purposes;

namespace AgencyRoi.Portfolio.Goals;

[ObjectType<Goal>]
internal static partial class GoalFields
{
    [Portal]
    [NodeResolver]
    public static Task<Goal?> GetGoalAsync(GoalId id, RowById<Goal, GoalId> goals, CancellationToken cancellationToken) =>
        goals.LoadAsync(id, cancellationToken);

    /// <summary>The decision of the agency to count a volume metric in it: its outcomes are then never value. Null: its indicator is none.</summary>
    public static KeptVolumeIndicator? GetKeptVolumeIndicator([Parent("VolumeKeptReason VolumeKeptBy VolumeKeptAt")] Goal goal) =>
        goal.KeptVolume;

    /// <summary>Whether it counts a volume metric by a decision of the agency, so that its outcomes are no value.</summary>
    [Portal]
    public static bool GetCountsVolume([Parent("VolumeKeptReason VolumeKeptBy VolumeKeptAt")] Goal goal) => goal.KeptVolume is not null;

    /// <summary>How much money is aimed at today; <c>aims</c> has what was before. Null: the target is in units, or there is none.</summary>
    [Portal]
    public static Money? GetTargetAmount([Parent("TargetMoney TargetCurrency")] Goal goal) => goal.Target.Money;

    /// <summary>The purpose that it serves.</summary>
    [Portal]
    [BindMember(nameof(Goal.PurposeId))]
    public static Task<Purpose> GetPurposeAsync(
        [Parent("PurposeId")] Goal goal,
        RowById<Purpose, PurposeId> purposes,
        QueryContext<Purpose> query,
        CancellationToken cancellationToken
    ) => purposes.LoadReferredAsync(goal.PurposeId, query, cancellationToken);

    /// <summary>The values of a unit by day, the latest first unless another order is asked for.</summary>
    [BatchResolver]
    [UsePaging(ConnectionName = "goalValues")]
    [UseFiltering]
    [UseSorting]
    public static Task<IReadOnlyList<Page<GoalValue>>> GetValuesAsync(
        [Parent("Id")] List<Goal> goals,
        PagingArguments paging,
        QueryContext<GoalValue> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => GoalLoaders.ValuesOfGoal.PagesAsync(database, goals.Select(goal => goal.Id), paging, query, cancellationToken);

    /// <summary>What it counted and aimed at from which day on, the latest first unless another order is asked for.</summary>
    [BatchResolver]
    [UsePaging(ConnectionName = "goalAims")]
    [UseFiltering]
    [UseSorting]
    public static Task<IReadOnlyList<Page<GoalAim>>> GetAimsAsync(
        [Parent("Id")] List<Goal> goals,
        PagingArguments paging,
        QueryContext<GoalAim> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => GoalLoaders.AimsOfGoal.PagesAsync(database, goals.Select(goal => goal.Id), paging, query, cancellationToken);

    /// <summary>The value in force today, by the client's calendar; null before the first one.</summary>
    [BatchResolver]
    public static Task<IReadOnlyList<GoalValue?>> GetCurrentValueAsync(
        [Parent("Id ClientId")] List<Goal> goals,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => GoalLoaders.CurrentValuesAsync(database, goals, time.GetUtcNow(), cancellationToken);
}

[ObjectType<GoalAim>]
internal static partial class GoalAimFields
{
    /// <summary>How much money is aimed at. Null: it is about the indicator, the target is in units, or there is none from then on.</summary>
    public static Money? GetTargetAmount([Parent("TargetMoney TargetCurrency")] GoalAim aim) => aim.Target.Money;

    [BindMember(nameof(GoalAim.GoalId))]
    public static Task<Goal> GetGoalAsync(
        [Parent("GoalId")] GoalAim aim,
        RowById<Goal, GoalId> goals,
        QueryContext<Goal> query,
        CancellationToken cancellationToken
    ) => goals.LoadReferredAsync(aim.GoalId, query, cancellationToken);

    [NodeResolver]
    public static Task<GoalAim?> GetGoalAimAsync(Guid id, RowById<GoalAim> aims, CancellationToken cancellationToken) =>
        aims.LoadAsync(id, cancellationToken);
}

[ObjectType<GoalValue>]
internal static partial class GoalValueFields
{
    /// <summary>The money that one unit is worth, with up to ten places.</summary>
    public static Money GetUnitValue([Parent("Amount Currency")] GoalValue value) => value.UnitValue;

    /// <summary>How it was calculated. Null: it was stated.</summary>
    public static ValueCalculation? GetCalculation([Parent] GoalValue value, OperationDatabase database) =>
        value.Calculated is { HourlyRateOfRole: not null } taken && !database.Current.Scope.SeesFinances
            ? taken with
            {
                HourlyRate = null,
                HoursFreed = null,
            }
            : value.Calculated;

    [BindMember(nameof(GoalValue.GoalId))]
    public static Task<Goal> GetGoalAsync(
        [Parent("GoalId")] GoalValue value,
        RowById<Goal, GoalId> goals,
        QueryContext<Goal> query,
        CancellationToken cancellationToken
    ) => goals.LoadReferredAsync(value.GoalId, query, cancellationToken);

    [NodeResolver]
    public static Task<GoalValue?> GetGoalValueAsync(Guid id, RowById<GoalValue> values, CancellationToken cancellationToken) =>
        values.LoadAsync(id, cancellationToken);
}
