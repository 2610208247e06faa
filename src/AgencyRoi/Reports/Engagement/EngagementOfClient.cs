using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Reports.Engagement;

[ExtendObjectType<Client>]
internal static partial class EngagementOfClient
{
    /// <summary>
    /// What people did with the client's posts and pages in a period and whom it reached: activation, repeated interaction, amplification, the virtuous or vicious circle,
    /// what stays within the networks, and what of the audience the client knows itself.
    /// </summary>
    /// <param name="period">The days to count. Ratios of people are of the whole months within them.</param>
    [BatchResolver]
    public static async Task<IReadOnlyList<ClientEngagement>> GetEngagementAsync(
        [Parent("Id")] List<Client> clients,
        PeriodInput period,
        OperationDatabase database,
        NetworkCatalogue catalogue,
        CancellationToken cancellationToken
    )
    {
        var days = period.ToRange();
        ClientId[] ids = [.. clients.Select(client => client.Id).Distinct()];
        var facts = await database.RunAsync((session, token) => EngagementFacts.LoadAsync(session, ids, days, token), cancellationToken);
        var channels = await database.RunAsync(
            (session, token) =>
                session.Db.Set<Channel>().AsNoTracking().Where(channel => ids.Contains(channel.ClientId)).ToListAsync(token),
            cancellationToken
        );
        var networks = await ChannelLoaders.NetworksOfAsync(database, catalogue, channels, cancellationToken);
        var networkOf = channels.Zip(networks).ToDictionary(pair => pair.First.Id, pair => pair.Second);
        return [.. clients.Select(client => new ClientEngagement(client.Id, facts.Of(new HashSet<ClientId> { client.Id }), networkOf))];
    }
}

[ObjectType<ClientEngagement>]
internal static partial class EngagementParts
{
    /// <summary>The same by channel, those with the most interactions first; channels of which nothing was recorded are left out.</summary>
    [UsePaging]
    public static KeyedList<EngagementOfChannel> GetByChannel([Parent] ClientEngagement engagement) =>
        KeyedList.Of(
            $"{engagement.ClientId}",
            from channel in engagement.Facts.Channels
            let own = new EngagementOfChannel(channel, engagement.Facts.Figures(engagement.Days, id => id == channel))
            select ((-(own.Figures.InteractionCount ?? 0m), channel.Value), own)
        );

    /// <summary>
    /// Interactions by topic, those with the most first, at most the first 1,000. How far a topic interests people is told by how often they act on each of its posts; there is no
    /// rate of views, since not every network tells the views of each post.
    /// </summary>
    [BatchResolver]
    [UsePaging]
    public static Task<IReadOnlyList<KeyedList<EngagementOfTopic>>> GetByTopicAsync(
        [Parent] List<ClientEngagement> engagements,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => EngagementOfTopic.LoadAsync(engagements, database, cancellationToken);

    /// <summary>Interactions by post, those with the most first, at most the first 1,000; what was recorded without a post is left out.</summary>
    [BatchResolver]
    [UsePaging]
    public static Task<IReadOnlyList<KeyedList<EngagementOfPost>>> GetByPostAsync(
        [Parent] List<ClientEngagement> engagements,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => EngagementOfPost.LoadAsync(engagements, database, cancellationToken);
}
