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
    public void The_real_audience_is_the_gross_one_without_the_audited_share()
    {
        var real = EffectiveAudience.Of(10_000m, 20m, 200m)!.Value;

        Assert.Equal(9_000m, real.Amount);
        Assert.Equal(10_000m * (1m - Wilson.Rate(20m, 200m)!.Value.High), real.Low);
        Assert.Null(EffectiveAudience.Of(10_000m, 0m, 0m));
    }

    private static List<double> Column(List<string[]> rows, int column) => [.. rows.Select(row => (double)Number(row[column]))];
}
