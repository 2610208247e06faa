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
    [BindMember(nameof(Outcome.GoalId))]
    public static Task<Goal> GetGoalAsync(
        [Parent("GoalId")] Outcome outcome,
        RowById<Goal, GoalId> goals,
        QueryContext<Goal> query,
        CancellationToken cancellationToken
    ) => goals.LoadReferredAsync(outcome.GoalId, query, cancellationToken);

    /// <summary>The channel that it was booked on: its own, or else that of its goal on that day. Null: none.</summary>
    [BindMember(nameof(Outcome.ChannelId))]
    public static async Task<Channel?> GetChannelAsync(
        [Parent("Id ChannelId")] Outcome outcome,
        BookedPlaces booked,
        RowById<Channel, ChannelId> channels,
        QueryContext<Channel> query,
        CancellationToken cancellationToken
    )
    {
        var place = await booked.LoadAsync(outcome.Id, cancellationToken);
        return await channels.LoadIfReferredAsync(
            place.ChannelId == default ? outcome.ChannelId : place.ChannelId,
            query,
            cancellationToken
        );
    }

    /// <summary>The channel that was given with it; null: none was, and it is booked on that of its goal, which <c>channel</c> shows.</summary>
    public static Task<Channel?> GetOwnChannelAsync(
        [Parent("ChannelId")] Outcome outcome,
        RowById<Channel, ChannelId> channels,
        QueryContext<Channel> query,
        CancellationToken cancellationToken
    ) => channels.LoadIfReferredAsync(outcome.ChannelId, query, cancellationToken);

    /// <summary>The campaign that it was booked on: its own, or else that of its goal on that day. Null: none.</summary>
    [BindMember(nameof(Outcome.CampaignId))]
    public static async Task<Campaign?> GetCampaignAsync(
        [Parent("Id CampaignId")] Outcome outcome,
        BookedPlaces booked,
        RowById<Campaign, CampaignId> campaigns,
        QueryContext<Campaign> query,
        CancellationToken cancellationToken
    )
    {
        var place = await booked.LoadAsync(outcome.Id, cancellationToken);
        return await campaigns.LoadIfReferredAsync(
            place.CampaignId == default ? outcome.CampaignId : place.CampaignId,
            query,
            cancellationToken
        );
    }

    /// <summary>The campaign that was given with it; null: none was, and it is booked on that of its goal, which <c>campaign</c> shows.</summary>
    public static Task<Campaign?> GetOwnCampaignAsync(
        [Parent("CampaignId")] Outcome outcome,
        RowById<Campaign, CampaignId> campaigns,
        QueryContext<Campaign> query,
        CancellationToken cancellationToken
    ) => campaigns.LoadIfReferredAsync(outcome.CampaignId, query, cancellationToken);
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
