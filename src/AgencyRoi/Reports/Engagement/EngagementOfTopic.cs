using AgencyRoi.Metrics.Engagement;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Channels;

namespace AgencyRoi.Reports.Engagement;

/// <summary>Interactions about one topic.</summary>
/// <param name="Topic">The topic; null: what was recorded without one.</param>
/// <param name="PostCount">Posts about it that were named.</param>
/// <param name="InteractionCount">Interactions, views not among them.</param>
/// <param name="ViewCount">Views.</param>
/// <param name="Share">Of the client's interactions in the period. Null: there are none.</param>
/// <param name="InteractionsPerPost">Interactions ÷ posts, those without a post among them. Null: no post was named.</param>
/// <param name="AmplificationRate">Shares, mentions, comments and replies ÷ interactions.</param>
/// <param name="ClosedLoopShare">Interactions without an onward step ÷ those of which it was measured.</param>
internal sealed record EngagementOfTopic(
    string? Topic,
    long PostCount,
    decimal InteractionCount,
    decimal ViewCount,
    decimal? Share,
    decimal? InteractionsPerPost,
    EngagementRatio AmplificationRate,
    EngagementRatio ClosedLoopShare
)
{
    private static readonly string Topics = EmbeddedSql.Read("Reports.Engagement.interaction_topics.sql");

    public static Task<IReadOnlyList<KeyedList<EngagementOfTopic>>> LoadAsync(
        IReadOnlyList<ClientEngagement> engagements,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var all = engagements
            .GroupBy(engagement => engagement.ClientId)
            .ToDictionary(client => client.Key, client => client.First().Totals.InteractionCount ?? 0m);
        return database.RunAsync(
            (session, token) =>
                PostedInteractions.LoadAsync(
                    session,
                    Topics,
                    engagements,
                    reader =>
                        Of(
                            reader.IsDBNull(1) ? null : reader.GetString(1),
                            reader.GetInt64(2),
                            PostedInteractions.Read(reader, first: 3),
                            all[reader.GetId<ClientId>(0)]
                        ),
                    (client, rows) => KeyedList.Of(client, rows.Select(row => ((-row.InteractionCount, row.Topic ?? ""), row))),
                    token
                ),
            cancellationToken
        );
    }

    private static EngagementOfTopic Of(string? topic, long posts, PostedInteractions posted, decimal all)
    {
        var own = posted.Sums.All ?? 0m;
        return new(
            topic,
            posts,
            InteractionCount: own,
            ViewCount: posted.Views,
            Share: all > 0m ? EngagementRatio.Shown(own / all) : null,
            InteractionsPerPost: posts > 0 ? EngagementRatio.Shown(own / posts) : null,
            AmplificationRate: EngagementRatio.Of(EngagementRatios.Amplification(posted.Sums)),
            ClosedLoopShare: EngagementRatio.Of(EngagementRatios.ClosedLoop(posted.Sums))
        );
    }
}

/// <summary>Interactions with one post.</summary>
/// <param name="ChannelId">The client's channel that it is on.</param>
/// <param name="Post">Its key in another system.</param>
/// <param name="Topic">Its topic; null: none was told.</param>
/// <param name="InteractionCount">Interactions, views not among them.</param>
/// <param name="ViewCount">Views.</param>
/// <param name="AmplificationRate">Shares, mentions, comments and replies ÷ interactions.</param>
/// <param name="ClosedLoopShare">Interactions without an onward step ÷ those of which it was measured.</param>
internal sealed record EngagementOfPost(
    [property: ID<Channel>] ChannelId? ChannelId,
    string Post,
    string? Topic,
    decimal InteractionCount,
    decimal ViewCount,
    EngagementRatio AmplificationRate,
    EngagementRatio ClosedLoopShare
) : IOfChannel
{
    private static readonly string Posts = EmbeddedSql.Read("Reports.Engagement.interaction_posts.sql");

    public static Task<IReadOnlyList<KeyedList<EngagementOfPost>>> LoadAsync(
        IReadOnlyList<ClientEngagement> engagements,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync(
            (session, token) =>
                PostedInteractions.LoadAsync(
                    session,
                    Posts,
                    engagements,
                    reader =>
                        Of(
                            reader.GetId<ChannelId>(1),
                            reader.GetString(2),
                            reader.IsDBNull(3) ? null : reader.GetString(3),
                            PostedInteractions.Read(reader, first: 4)
                        ),
                    (client, rows) =>
                        KeyedList.Of(client, rows.Select(row => ((-row.InteractionCount, row.Post, row.ChannelId!.Value.Value), row))), // each is of a channel
                    token
                ),
            cancellationToken
        );

    private static EngagementOfPost Of(ChannelId channel, string post, string? topic, PostedInteractions posted) =>
        new(
            channel,
            post,
            topic,
            InteractionCount: posted.Sums.All ?? 0m,
            ViewCount: posted.Views,
            AmplificationRate: EngagementRatio.Of(EngagementRatios.Amplification(posted.Sums)),
            ClosedLoopShare: EngagementRatio.Of(EngagementRatios.ClosedLoop(posted.Sums))
        );
}
