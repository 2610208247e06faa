using AgencyRoi.Metrics.Comparison;
using AgencyRoi.Metrics.Statistics;

namespace AgencyRoi.Metrics.Tests.Methodology;

public sealed class Section09AudienceTests
{
    [Fact]
    public void Eighty_three_million_of_nine_hundred_and_fifty_five() => Assert.Equal(0.08691m, Wilson.Rate(83m, 955m)!.Value.Amount, 5);

    [Fact]
    public void Fan_count_does_not_go_with_engagement()
    {
        var posts = Data.Rows("uci-facebook-posts/facebook_posts.csv");

        var (r, p) = Spearman.Correlation(Column(posts, 0), Column(posts, 18))!.Value;

        Assert.Equal(0.021324, r, 6);
        Assert.Equal(0.634, p, 3);
    }

    [Fact]
    public void Engagement_of_a_group_is_the_ratio_of_its_sums()
    {
        var posts = Data.Rows("uci-facebook-posts/facebook_posts.csv");

        var rate = EffectiveAudience.EngagementRate(posts.Select(post => (Number(post[9]), Number(post[7]))));

        Assert.Equal(0.066196m, rate.Value);
    }

    [Fact]
    public void The_real_audience_is_the_gross_one_without_the_audited_share()
    {
        var real = EffectiveAudience.Of(10_000m, 20m, 200m)!.Value;

        Assert.Equal(9_000m, real.Amount);
        Assert.Equal(10_000m * (1m - Wilson.Rate(20m, 200m)!.Value.High), real.Low);
        Assert.Equal(0.5m, EffectiveAudience.CostPer(4_500m, real.Amount).Value);
        Assert.Null(EffectiveAudience.Of(10_000m, 0m, 0m));
        Assert.Equal(UndefinedReason.NotMeasured, EffectiveAudience.CostPer(1m, 0m).Reason);
        Assert.Null(EffectiveAudience.EngagementRate([]).Value);
    }

    [Fact]
    public void No_sign_alone_makes_an_account_more_likely_fake_than_not()
    {
        var person = new SeenAccount("ann", 100m, 200m, 30m);

        Assert.Equal(0m, AccountSuspicion.Probability(person));
        Assert.InRange(AccountSuspicion.Probability(person with { Following = 2_000m }), 0.1m, 0.5m);
        Assert.InRange(AccountSuspicion.Probability(person with { Posts = 0m }), 0.1m, 0.5m);
        Assert.InRange(AccountSuspicion.Probability(person with { Name = "ann19842" }), 0.1m, 0.5m);
        Assert.InRange(AccountSuspicion.Probability(new("ann19842", 1m, 2_000m, 0m)), 0.7m, 0.99m);
    }

    [Fact]
    public void A_day_of_far_more_growth_than_usual_is_a_spike()
    {
        Assert.Equal([3], AccountSuspicion.Spikes([10m, 12m, 9m, 400m, 11m]));
        Assert.Empty(AccountSuspicion.Spikes([]));
        Assert.Empty(AccountSuspicion.Spikes([0m, 0m, 3m]));
    }

    private static List<double> Column(List<string[]> rows, int column) => [.. rows.Select(row => (double)Number(row[column]))];
}
