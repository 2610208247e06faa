using AgencyRoi.Metrics.Statistics;

namespace AgencyRoi.Metrics.Tests.Statistics;

public sealed class MedianTests
{
    [Theory]
    // Of five even the whole range misses the median once in sixteen times; of six once in thirty-two.
    [InlineData("3", "3", null, null)]
    [InlineData("9 1 4", "4", null, null)]
    [InlineData("1 2 3 10", "2.5", null, null)]
    [InlineData("5 1 2 3 4", "3", null, null)]
    [InlineData("6 5 4 3 2 1", "3.5", "1", "6")]
    // Of ten, fewer than two heads come once in 93 times, fewer than three once in 18: the second and the ninth.
    [InlineData("1 2 3 4 5 6 7 8 9 10", "5.5", "2", "9")]
    public void The_middle_lies_between_two_members(string sample, string middle, string? low, string? high) =>
        Assert.Equal(
            new Median(Number(middle), low is null ? null : Number(low), high is null ? null : Number(high)),
            Median.Of(List(sample))
        );

    [Fact]
    public void Nothing_has_no_middle() => Assert.Null(Median.Of([]));
}
