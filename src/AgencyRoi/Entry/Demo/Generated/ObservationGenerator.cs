using AgencyRoi.Records.Listening;
using AgencyRoi.Records.Surveys;
using AgencyRoi.Records.TimeEntries;
using AgencyRoi.Records.Traffic;
using AgencyRoi.Records.VolumeMetrics;

namespace AgencyRoi.Entry.Demo.Generated;

/// <summary>Makes what people counted, heard and worked month by month: no amounts of money, which <see cref="Generator"/> makes.</summary>
internal sealed class ObservationGenerator(Recipe recipe)
{
    private readonly RecipeMonths months = new(recipe);

    public IReadOnlyList<Planned<VolumeMetricStatement>> Volume()
    {
        var planned = new List<Planned<VolumeMetricStatement>>();
        foreach (var (n, flow) in recipe.Volume.Index())
            months.Each(
                900 + n,
                flow.Campaign,
                (month, dice) =>
                {
                    var impressions = dice.Count(dice.Around(flow.Impressions * month.Business, percent: 12));
                    var (reach, clicks) = (flow.ReachPercent * impressions / 100, Of(impressions, flow.Clicks, dice));
                    var (visits, interactions) = (Of(impressions, flow.Visits, dice), Of(impressions, flow.Interactions, dice));
                    planned.Add(parts =>
                        new()
                        {
                            ClientId = parts.ClientId,
                            ExternalReference = $"volume-{n}-{month.Name}",
                            OccurredOn = month.Last,
                            ChannelId = parts.Channel(flow.Channel),
                            CampaignId = parts.Campaign(flow.Campaign),
                            GoalId = parts.Goal(flow.Goal),
                            IsPaid = flow.IsPaid,
                            Impressions = impressions,
                            Reach = reach,
                            Clicks = clicks,
                            Visits = visits,
                            Interactions = interactions,
                        }
                    );
                }
            );
        return planned;

        static int? Of(int impressions, decimal? perThousand, Dice dice) =>
            perThousand is { } expected ? dice.Count(dice.Around(impressions * expected / 1000, percent: 15)) : null;
    }

    public IReadOnlyList<Planned<KeywordVisitsStatement>> Visits()
    {
        var planned = new List<Planned<KeywordVisitsStatement>>();
        EachSearch(
            920,
            (n, flow, month, dice) =>
            {
                var visits = dice.Count(dice.Around(flow.Visits * month.Business, percent: 18));
                planned.Add(parts =>
                    new()
                    {
                        ClientId = parts.ClientId,
                        ExternalReference = $"search-{n}-{month.Name}",
                        Keyword = flow.Keyword,
                        Country = flow.Country,
                        Month = month.First,
                        Visits = visits,
                        ConvertingVisits = visits * flow.Converting / 100,
                        IsBrand = flow.IsBrand,
                        TargetPage = flow.Page,
                        ChannelId = parts.Channel(flow.Channel),
                    }
                );
            }
        );
        return planned;
    }

    public IReadOnlyList<Planned<KeywordPriceStatement>> Prices()
    {
        var planned = new List<Planned<KeywordPriceStatement>>();
        EachSearch(
            930,
            (_, flow, month, dice) =>
            {
                if (flow.Price is not { } price)
                    return;
                var amount = dice.Around(price, percent: 8);
                planned.Add(parts =>
                    new()
                    {
                        ClientId = parts.ClientId,
                        Keyword = flow.Keyword,
                        Country = flow.Country,
                        Month = month.First,
                        Amount = amount,
                        Currency = parts.Currency,
                        Source = $"Keyword planner, export of {month.Name}. {Generator.Note}",
                    }
                );
            }
        );
        return planned;
    }

    public IReadOnlyList<Planned<MentionStatement>> Mentions()
    {
        var planned = new List<Planned<MentionStatement>>();
        foreach (var (n, flow) in recipe.Mentions.Index())
            months.Each(
                940 + n,
                campaign: null,
                (month, dice) =>
                {
                    for (var left = dice.Count(dice.Around(flow.PerMonth * month.Business, percent: 30)); left > 0; left--)
                    {
                        var (key, day) = (month.Key("mention", n, left), month.Day(dice));
                        var (sentiment, isSpam) = (SentimentOf(flow, dice.Between(1, 100)), dice.Chance(flow.Spam));
                        planned.Add(parts =>
                            new()
                            {
                                ClientId = parts.ClientId,
                                ExternalReference = key,
                                OccurredOn = day,
                                Locus = flow.Locus,
                                Sentiment = sentiment,
                                LabelledBy = flow.LabelledBy,
                                IsSpam = isSpam,
                                Url = $"https://mentions.example/{recipe.Reference}/{key}",
                                ChannelId = parts.Channel(flow.Channel),
                            }
                        );
                    }
                }
            );
        return planned;

        static MentionSentiment SentimentOf(MentionFlow flow, int percent) =>
            percent <= flow.Positive ? MentionSentiment.Positive
            : percent <= flow.Positive + flow.Negative ? MentionSentiment.Negative
            : MentionSentiment.Neutral;
    }

    public IReadOnlyList<Planned<RatingStatement>> Ratings()
    {
        var planned = new List<Planned<RatingStatement>>();
        foreach (var (n, flow) in recipe.Ratings.Index())
            months.Each(
                960 + n,
                campaign: null,
                (month, dice) =>
                {
                    var mean = flow.Stars + (flow.StarsAtLast - flow.Stars) * month.Number / (RecipeMonths.Count - 1);
                    for (var left = dice.Count(dice.Around(flow.PerMonth * month.Business, percent: 30)); left > 0; left--)
                    {
                        var (key, day, stars) = (month.Key("rating", n, left), month.Day(dice), StarsAround(mean, dice));
                        planned.Add(parts =>
                            new()
                            {
                                ClientId = parts.ClientId,
                                ExternalReference = key,
                                OccurredOn = day,
                                Place = flow.Place,
                                Stars = stars,
                                Url = $"https://reviews.example/{recipe.Reference}/{key}",
                                ChannelId = parts.Channel(flow.Channel),
                            }
                        );
                    }
                }
            );
        return planned;

        // One of eight is two stars less happy, and the others make up for it.
        static int StarsAround(decimal mean, Dice dice) =>
            Math.Clamp(dice.Between(1, 8) == 1 ? dice.Count(mean - 1.75m) : dice.Count(mean + 0.25m), 1, 5);
    }

    /// <summary>One row for all of a month who gave the same score.</summary>
    public IReadOnlyList<Planned<SurveyAnswerStatement>> SurveyAnswers()
    {
        var planned = new List<Planned<SurveyAnswerStatement>>();
        foreach (var (n, flow) in recipe.Surveys.Index())
            months.Each(
                970 + n,
                campaign: null,
                (month, dice) =>
                {
                    var usual = flow.Score + (flow.ScoreAtLast - flow.Score) * month.Number / (RecipeMonths.Count - 1);
                    var people = dice.Count(dice.Around(flow.PerMonth * month.Business, percent: 20));
                    var scores = Enumerable.Range(0, people).Select(_ => ScoreAround(usual, dice)).ToList();
                    foreach (var (score, count) in scores.CountBy(score => score))
                        planned.Add(parts =>
                            new()
                            {
                                ClientId = parts.ClientId,
                                ExternalReference = month.Key("answers", n, score),
                                OccurredOn = month.Last,
                                Survey = flow.Survey,
                                Score = score,
                                AnswerCount = count,
                                ChannelId = parts.Channel(flow.Channel),
                            }
                        );
                }
            );
        return planned;

        // One of six is far from content.
        static int ScoreAround(decimal usual, Dice dice) =>
            Math.Clamp(dice.Between(1, 6) == 1 ? dice.Between(1, 6) : dice.Count(usual) + dice.Between(-1, 1), 0, 10);
    }

    public IReadOnlyList<Planned<TimeStatement>> Hours()
    {
        const decimal MostOfADay = 6m;
        var planned = new List<Planned<TimeStatement>>();
        foreach (var (n, flow) in recipe.Hours.Index())
            months.Each(
                980 + n,
                flow.Campaign,
                (month, dice) =>
                {
                    var left = dice.Between(80, 120) * flow.HoursPerMonth / 100;
                    for (var entry = 0; left > 0; entry++, left -= MostOfADay)
                    {
                        var (key, day) = (month.Key("hours", n, entry), month.First.AddDays(entry * 7 + dice.Between(0, 4)));
                        // To the quarter of an hour, as people write them down.
                        var hours = decimal.Ceiling(Math.Min(left, MostOfADay) * 4) / 4;
                        planned.Add(parts =>
                            new()
                            {
                                ClientId = parts.ClientId,
                                ExternalReference = key,
                                PersonId = parts.People[flow.Person],
                                OccurredOn = day,
                                Hours = hours,
                                ChannelId = parts.Channel(flow.Channel),
                                CampaignId = parts.Campaign(flow.Campaign),
                                GoalId = parts.Goal(flow.Goal),
                                Note = flow.Note,
                            }
                        );
                    }
                }
            );
        return planned;
    }

    private void EachSearch(int firstFlow, Action<int, SearchFlow, RecipeMonth, Dice> act)
    {
        foreach (var (n, flow) in recipe.Searches.Index())
            months.Each(
                firstFlow + n,
                campaign: null,
                (month, dice) =>
                {
                    if (month.First >= flow.From)
                        act(n, flow, month, dice);
                }
            );
    }
}
