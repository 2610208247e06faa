using AgencyRoi.Metrics.Streams;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Direct;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Records.IndirectValue;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Listening;

[ObjectType<Mention>]
internal static partial class MentionFields
{
    [NodeResolver]
    public static Task<Mention?> GetMentionAsync(Guid id, RowById<Mention> mentions, CancellationToken cancellationToken) =>
        mentions.LoadAsync(id, cancellationToken);
}

[ObjectType<Rating>]
internal static partial class RatingFields
{
    [NodeResolver]
    public static Task<Rating?> GetRatingAsync(Guid id, RowById<Rating> ratings, CancellationToken cancellationToken) =>
        ratings.LoadAsync(id, cancellationToken);
}

/// <summary>How the client is spoken of in one place. No money comes of it.</summary>
/// <param name="Locus">Where; null: everywhere.</param>
/// <param name="MentionCount">How many count.</param>
/// <param name="SpamCount">How many are left out.</param>
/// <param name="Index">50 × (1 + net sentiment), from 0 to 100, with its interval at 95 %; null without mentions.</param>
/// <param name="NetWithoutNeutral">(Positive - negative) / (positive + negative), from -1 to 1; null when there are only neutral ones.</param>
internal sealed record SentimentIndex(
    MentionLocus? Locus,
    int MentionCount,
    int SpamCount,
    IndirectValue.Estimate? Index,
    decimal? NetWithoutNeutral
);

/// <summary>The ratings of one month.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="RatingCount">How many count.</param>
/// <param name="SpamCount">How many are left out.</param>
/// <param name="Mean">Of those that count; null without any.</param>
/// <param name="BayesianMean">The mean drawn towards the prior: (weight × prior + sum) / (weight + number).</param>
internal sealed record MonthlyRating(DateOnly Month, int RatingCount, int SpamCount, decimal? Mean, decimal? BayesianMean);

[ExtendObjectType<Client>]
internal static partial class ListeningOfClient
{
    private static readonly ChildList<Rating, ClientId> RatingsOfClient = new(
        row => row.ClientId,
        sort => sort.AddDescending(row => row.OccurredOn)
    );
    private static readonly ChildList<Mention, ClientId> MentionsOfClient = new(
        row => row.ClientId,
        sort => sort.AddDescending(row => row.OccurredOn)
    );

    /// <summary>What was said of the client, the latest first unless another order is asked for.</summary>
    [BatchResolver]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<IReadOnlyList<Page<Mention>>> GetMentionsAsync(
        [Parent("Id")] List<Client> clients,
        PagingArguments paging,
        QueryContext<Mention> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => MentionsOfClient.PagesAsync(database, clients.Select(client => client.Id), paging, query, cancellationToken);

    /// <summary>How the client was rated, the latest first unless another order is asked for.</summary>
    [BatchResolver]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<IReadOnlyList<Page<Rating>>> GetRatingsAsync(
        [Parent("Id")] List<Client> clients,
        PagingArguments paging,
        QueryContext<Rating> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => RatingsOfClient.PagesAsync(database, clients.Select(client => client.Id), paging, query, cancellationToken);

    /// <summary>The sentiment index everywhere, then in each of the three places, with its interval and sample. Spam is counted apart.</summary>
    /// <param name="period">The days to count.</param>
    [BatchResolver]
    public static Task<IReadOnlyList<IReadOnlyList<SentimentIndex>>> GetSentimentAsync(
        [Parent("Id")] List<Client> clients,
        PeriodInput period,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var days = period.ToRange();
        var ids = clients.Select(client => client.Id).Distinct().ToList();
        return database.RunAsync<IReadOnlyList<IReadOnlyList<SentimentIndex>>>(
            async (session, token) =>
            {
                var counts = await session
                    .Db.Set<Mention>()
                    .Where(row =>
                        ids.Contains(row.ClientId) && row.OccurredOn >= days.From && row.OccurredOn < days.To && row.RetractedAt == null
                    )
                    .GroupBy(row => new
                    {
                        row.ClientId,
                        row.Locus,
                        row.Sentiment,
                        row.IsSpam,
                    })
                    .Select(group => new
                    {
                        group.Key.ClientId,
                        group.Key.Locus,
                        group.Key.Sentiment,
                        group.Key.IsSpam,
                        Count = group.Count(),
                    })
                    .ToListAsync(token);
                return
                [
                    .. clients.Select(client =>
                        (IReadOnlyList<SentimentIndex>)
                            [.. Enum.GetValues<MentionLocus>().Cast<MentionLocus?>().Prepend(null).Select(locus => Index(client.Id, locus))]
                    ),
                ];

                SentimentIndex Index(ClientId client, MentionLocus? locus)
                {
                    var found = counts.Where(row => row.ClientId == client && (locus is null || row.Locus == locus)).ToList();
                    int Of(MentionSentiment sentiment) =>
                        found.Where(row => !row.IsSpam && row.Sentiment == sentiment).Sum(row => row.Count);
                    var opinion = Opinion.Of(Of(MentionSentiment.Positive), Of(MentionSentiment.Neutral), Of(MentionSentiment.Negative));
                    return new(
                        locus,
                        found.Where(row => !row.IsSpam).Sum(row => row.Count),
                        found.Where(row => row.IsSpam).Sum(row => row.Count),
                        opinion is { Index: var index }
                            ? new IndirectValue.Estimate(Shown(index.Amount), Shown(index.Low), Shown(index.High))
                            : null,
                        opinion?.NetWithoutNeutral is { } net ? global::AgencyRoi.Records.Listening.ListeningOfClient.Shown(net) : null
                    );
                }
            },
            cancellationToken
        );
    }

    /// <summary>Ratings by month, each drawn towards a prior, so that three reviews do not beat three hundred.</summary>
    /// <param name="period">The days to count.</param>
    /// <param name="prior">The mean that is expected before any rating, 0 to 5.</param>
    /// <param name="weight">How many ratings the prior counts for, not below zero.</param>
    [BatchResolver]
    public static Task<IReadOnlyList<IReadOnlyList<MonthlyRating>>> GetRatingByMonthAsync(
        [Parent("Id")] List<Client> clients,
        PeriodInput period,
        OperationDatabase database,
        decimal prior = 3m,
        decimal weight = 10m,
        CancellationToken cancellationToken = default
    )
    {
        var days = period.ToRange();
        if (prior is < 0 or > 5 || weight is < 0 or > 1_000_000)
            throw BadInput.Of("The prior lies between 0 and 5, its weight between 0 and 1,000,000.");
        var ids = clients.Select(client => client.Id).Distinct().ToList();
        return database.RunAsync<IReadOnlyList<IReadOnlyList<MonthlyRating>>>(
            async (session, token) =>
            {
                var sums = await session
                    .Db.Set<Rating>()
                    .Where(row =>
                        ids.Contains(row.ClientId) && row.OccurredOn >= days.From && row.OccurredOn < days.To && row.RetractedAt == null
                    )
                    .GroupBy(row => new
                    {
                        row.ClientId,
                        row.OccurredOn,
                        row.IsSpam,
                    })
                    .Select(group => new
                    {
                        group.Key.ClientId,
                        group.Key.OccurredOn,
                        group.Key.IsSpam,
                        Sum = group.Sum(row => row.Stars),
                        Count = group.Count(),
                    })
                    .ToListAsync(token);
                return
                [
                    .. clients.Select(client =>
                        (IReadOnlyList<MonthlyRating>)
                            [
                                .. from row in sums
                                where row.ClientId == client.Id
                                group row by IntervalBuckets.StartOf(row.OccurredOn, TimeInterval.Month) into month
                                orderby month.Key
                                let sum = month.Where(row => !row.IsSpam).Sum(row => row.Sum)
                                let count = month.Where(row => !row.IsSpam).Sum(row => row.Count)
                                select new MonthlyRating(
                                    month.Key,
                                    count,
                                    month.Where(row => row.IsSpam).Sum(row => row.Count),
                                    Ratings.Mean(sum, count) is { } mean ? Shown(mean) : null,
                                    Ratings.BayesianMean(prior, weight, sum, count) is { } drawn ? Shown(drawn) : null
                                ),
                            ]
                    ),
                ];
            },
            cancellationToken
        );
    }

    private static decimal Shown(decimal number) => decimal.Round(number, 6, MidpointRounding.AwayFromZero);
}
