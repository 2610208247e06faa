namespace AgencyRoi.Metrics.Tests;

public sealed class VanityMetricTests
{
    [Theory]
    [InlineData("followers")]
    [InlineData("New Followers")]
    [InlineData("Number of Facebook fans")]
    [InlineData("page likes")]
    [InlineData("Total likes & reach")]
    [InlineData("organic reach growth")]
    [InlineData("IMPRESSIONS")]
    [InlineData("10,000 followers on X")]
    [InlineData("monthly video views")]
    [InlineData("YouTube subscribers")]
    [InlineData("people reached per post")]
    [InlineData("follower-count")]
    [InlineData("likes, reach, impressions")]
    public void An_audience_that_is_only_counted_is_vanity(string indicator) => Assert.True(VanityMetric.IsVanity(indicator));

    [Theory]
    [InlineData("customers who reach the checkout")]
    [InlineData("comments")]
    [InlineData("enquiries")]
    [InlineData("newsletter subscribers")]
    [InlineData("paying subscribers")]
    [InlineData("followers who became customers")]
    [InlineData("views of the price list")]
    [InlineData("solved complaints")]
    [InlineData("demo requests from LinkedIn")]
    [InlineData("number of new")]
    [InlineData("s")]
    [InlineData("")]
    public void An_indicator_that_says_what_people_do_passes(string indicator) => Assert.False(VanityMetric.IsVanity(indicator));
}
