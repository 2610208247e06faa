using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Direct;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Records.Interactions;

[ObjectType<InteractionCount>]
internal static partial class InteractionCountFields
{
    [NodeResolver]
    public static Task<InteractionCount?> GetInteractionCountAsync(
        Guid id,
        RowById<InteractionCount> counts,
        CancellationToken cancellationToken
    ) => counts.LoadAsync(id, cancellationToken);

    [BindMember(nameof(InteractionCount.ChannelId))]
    public static Task<Channel> GetChannelAsync(
        [Parent("ChannelId")] InteractionCount count,
        RowById<Channel, ChannelId> channels,
        QueryContext<Channel> query,
        CancellationToken cancellationToken
    ) => channels.LoadReferredAsync(count.ChannelId, query, cancellationToken);
}

[ObjectType<AudienceActivity>]
internal static partial class AudienceActivityFields
{
    [NodeResolver]
    public static Task<AudienceActivity?> GetAudienceActivityAsync(
        Guid id,
        RowById<AudienceActivity> activities,
        CancellationToken cancellationToken
    ) => activities.LoadAsync(id, cancellationToken);

    [BindMember(nameof(AudienceActivity.ChannelId))]
    public static Task<Channel> GetChannelAsync(
        [Parent("ChannelId")] AudienceActivity activity,
        RowById<Channel, ChannelId> channels,
        QueryContext<Channel> query,
        CancellationToken cancellationToken
    ) => channels.LoadReferredAsync(activity.ChannelId, query, cancellationToken);
}

[QueryType]
internal static partial class InteractionTermQueries
{
    /// <summary>The words by which networks call kinds of interactions, those of all networks first. A count may be recorded by any of them.</summary>
    public static IReadOnlyList<InteractionTerm> GetInteractionTerms() => InteractionTerm.All;
}

[ExtendObjectType<Client>]
internal static partial class InteractionsOfClient
{
    private static readonly ChildList<InteractionCount, ClientId> Counts = new(
        count => count.ClientId,
        sort => sort.AddDescending(count => count.OccurredOn)
    );

    private static readonly ChildList<AudienceActivity, ClientId> Activities = new(
        activity => activity.ClientId,
        sort => sort.AddDescending(activity => activity.Month)
    );

    /// <summary>What people did on the client's channels, the latest first unless another order is asked for. None of it is value.</summary>
    [BatchResolver]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<IReadOnlyList<Page<InteractionCount>>> GetInteractionCountsAsync(
        [Parent("Id")] List<Client> clients,
        PagingArguments paging,
        QueryContext<InteractionCount> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => Counts.PagesAsync(database, clients.Select(client => client.Id), paging, query, cancellationToken);

    /// <summary>How many people acted and were reached on the client's channels by month, the latest first unless another order is asked for.</summary>
    [BatchResolver]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<IReadOnlyList<Page<AudienceActivity>>> GetAudienceActivitiesAsync(
        [Parent("Id")] List<Client> clients,
        PagingArguments paging,
        QueryContext<AudienceActivity> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => Activities.PagesAsync(database, clients.Select(client => client.Id), paging, query, cancellationToken);
}
