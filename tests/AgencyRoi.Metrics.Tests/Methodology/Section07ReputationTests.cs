using AgencyRoi.Metrics.Streams;
using AgencyRoi.Metrics.Tests.Streams;
using AgencyRoi.Metrics.Valuation;

namespace AgencyRoi.Metrics.Tests.Methodology;

public sealed class Section07ReputationTests
{
    [Fact]
    public void Net_promoter_score_with_its_error()
    {
        var score = Opinion.Of(70m, 20m, 10m)!;

        Assert.Equal(60m, score.Score.Amount);
        Assert.Equal(6.633250m, 100m * score.StandardError, 6);
        Assert.Equal(47.0m, score.Score.Low, 1);
        Assert.Equal(73.0m, score.Score.High, 1);
        Assert.Equal(80m, score.Index.Amount);
        Assert.Equal(0.75m, score.NetWithoutNeutral);
    }

    [Fact]
    public void Answers_from_nought_to_ten_fall_into_three() =>
        Assert.Equal(new(3m, 2m, 6m), PromoterAnswers.Of([(10, 2m), (9, 1m), (8, 1m), (7, 1m), (6, 4m), (0, 2m)]));

    [Fact]
    public void Half_a_star_up_is_worth_two_and_a_half_to_four_and_a_half_thousand()
    {
        var line = Assert.Single(RatingChange.Value(Given.Fact(), Given.Rating, Given.Terms).Entries);

        Assert.Equal((2_500m, 3_500m, 4_500m), (line.Client.Low, line.Client.Amount, line.Client.High));
        Assert.Equal(EvidenceGrade.D, line.Kind.Grade);
    }

    [Fact]
    public void The_clients_own_elasticity_holds_for_a_chain_too()
    {
        var chain = Given.Rating with { IsChain = true, OwnElasticity = 0.01m };

        Assert.Equal(500m, Given.Single(RatingChange.Value(Given.Fact(), chain, Given.Terms)).Amount);
    }

    [Theory]
    [InlineData("", "4.463175", 3150)]
    [InlineData("2018-05", "4.280488", 82)]
    [InlineData("2018-06", "4.180645", 155)]
    [InlineData("2018-07", "4.483350", 2913)]
    public void Mean_of_real_ratings(string month, string mean, int count)
    {
        var stars = Stars(month);

        Assert.Equal(count, stars.Count);
        Assert.Equal(Number(mean), Ratings.Mean(stars.Sum(), stars.Count)!.Value, 6);
    }

    [Fact]
    public void Net_share_and_bayesian_mean_of_real_ratings()
    {
        var stars = Stars("");

        var opinion = Opinion.Of(stars.Count(star => star == 5m), stars.Count(star => star == 4m), stars.Count(star => star <= 3m));

        Assert.Equal(59.587302m, opinion!.Score.Amount, 6);
        Assert.Equal(4.455938m, Ratings.BayesianMean(4.0m, 50m, stars.Sum(), stars.Count)!.Value, 6);
    }

    [Fact]
    public void Nothing_said_is_no_opinion()
    {
        Assert.Null(Opinion.Of(0m, 0m, 0m));
        Assert.Null(Ratings.Mean(0m, 0m));
        Assert.Null(Ratings.BayesianMean(4m, 0m, 0m, 0m));
        Assert.Null(Opinion.Of(0m, 3m, 0m)!.NetWithoutNeutral);
    }

    private static List<decimal> Stars(string month) =>
        [
            .. Data.Rows("alexa-reviews/ratings.csv")
                .Where(row => row[2].StartsWith(month, StringComparison.Ordinal))
                .Select(row => Number(row[1])),
        ];
}
