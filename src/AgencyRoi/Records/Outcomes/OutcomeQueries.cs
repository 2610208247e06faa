using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;

namespace AgencyRoi.Records.Outcomes;

[ObjectType<Outcome>]
internal static partial class OutcomeFields
{
    [NodeResolver]
    public static Task<Outcome?> GetOutcomeAsync(Guid id, RowById<Outcome> outcomes, CancellationToken cancellationToken) =>
        outcomes.LoadAsync(id, cancellationToken);

    /// <summary>The goal whose indicator was met.</summary>
    public static Task<Goal> GetGoalAsync(
        [Parent("GoalId")] Outcome outcome,
        RowById<Goal, GoalId> goals,
        CancellationToken cancellationToken
    ) => goals.LoadRequiredAsync(outcome.GoalId, cancellationToken);

    /// <summary>The channel that it was booked on: its own, or else that of its goal on that day. Null: none.</summary>
    public static async Task<Channel?> GetChannelAsync(
        [Parent("Id ChannelId")] Outcome outcome,
        BookedPlaces booked,
        RowById<Channel, ChannelId> channels,
        CancellationToken cancellationToken
    )
    {
        var place = await booked.LoadAsync(outcome.Id, cancellationToken);
        return await channels.LoadIfReferredAsync(place.ChannelId == default ? outcome.ChannelId : place.ChannelId, cancellationToken);
    }

    /// <summary>The campaign that it was booked on: its own, or else that of its goal on that day. Null: none.</summary>
    public static async Task<Campaign?> GetCampaignAsync(
        [Parent("Id CampaignId")] Outcome outcome,
        BookedPlaces booked,
        RowById<Campaign, CampaignId> campaigns,
        CancellationToken cancellationToken
    )
    {
        var place = await booked.LoadAsync(outcome.Id, cancellationToken);
        return await campaigns.LoadIfReferredAsync(place.CampaignId == default ? outcome.CampaignId : place.CampaignId, cancellationToken);
    }
}

[ExtendObjectType<Goal>]
internal static partial class OutcomesOfGoal
{
    /// <summary>What was recorded against it, the latest first unless another order is asked for; retracted ones among them.</summary>
    [BatchResolver]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<IReadOnlyList<Page<Outcome>>> GetOutcomesAsync(
        [Parent("Id")] List<Goal> goals,
        PagingArguments paging,
        QueryContext<Outcome> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => OutcomeLoaders.OfGoal.PagesAsync(database, goals.Select(goal => goal.Id), paging, query, cancellationToken);
}

[ExtendObjectType<Client>]
internal static partial class OutcomesOfClient
{
    /// <summary>What was recorded against the client's goals, the latest first unless another order is asked for; retracted ones among them.</summary>
    [BatchResolver]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<IReadOnlyList<Page<Outcome>>> GetOutcomesAsync(
        [Parent("Id")] List<Client> clients,
        PagingArguments paging,
        QueryContext<Outcome> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => OutcomeLoaders.OfClient.PagesAsync(database, clients.Select(client => client.Id), paging, query, cancellationToken);
}
