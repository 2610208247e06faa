using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Portfolio.Goals;

[ObjectType<Goal>]
internal static partial class GoalFields
{
    [Portal]
    [NodeResolver]
    public static Task<Goal?> GetGoalAsync(GoalId id, RowById<Goal, GoalId> goals, CancellationToken cancellationToken) =>
        goals.LoadAsync(id, cancellationToken);

    /// <summary>Its client.</summary>
    [Portal]
    public static Task<Client> GetClientAsync(
        [Parent("ClientId")] Goal goal,
        RowById<Client, ClientId> clients,
        CancellationToken cancellationToken
    ) => clients.LoadRequiredAsync(goal.ClientId, cancellationToken);

    /// <summary>The purpose that it serves.</summary>
    [Portal]
    public static Task<Purpose> GetPurposeAsync(
        [Parent("PurposeId")] Goal goal,
        RowById<Purpose, PurposeId> purposes,
        CancellationToken cancellationToken
    ) => purposes.LoadRequiredAsync(goal.PurposeId, cancellationToken);

    /// <summary>The channel of outcomes that name none.</summary>
    public static Task<Channel?> GetChannelAsync(
        [Parent("ChannelId")] Goal goal,
        RowById<Channel, ChannelId> channels,
        CancellationToken cancellationToken
    ) => channels.LoadIfReferredAsync(goal.ChannelId, cancellationToken);

    /// <summary>The campaign of outcomes that name none.</summary>
    public static Task<Campaign?> GetCampaignAsync(
        [Parent("CampaignId")] Goal goal,
        RowById<Campaign, CampaignId> campaigns,
        CancellationToken cancellationToken
    ) => campaigns.LoadIfReferredAsync(goal.CampaignId, cancellationToken);

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
    ) => PurposeLoaders.ValuesOfGoal.PagesAsync(database, goals.Select(goal => goal.Id), paging, query, cancellationToken);

    /// <summary>The value in force today, by the client's calendar; null before the first one.</summary>
    [BatchResolver]
    public static Task<IReadOnlyList<GoalValue?>> GetCurrentValueAsync(
        [Parent("Id ClientId")] List<Goal> goals,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => PurposeLoaders.CurrentValuesAsync(database, goals, time.GetUtcNow(), cancellationToken);
}

[ObjectType<GoalValue>]
internal static partial class GoalValueFields
{
    /// <summary>The money that one unit is worth, with up to ten places.</summary>
    public static Money GetUnitValue([Parent("Amount Currency")] GoalValue value) => value.UnitValue;

    [NodeResolver]
    public static Task<GoalValue?> GetGoalValueAsync(Guid id, RowById<GoalValue> values, CancellationToken cancellationToken) =>
        values.LoadAsync(id, cancellationToken);
}
