using AgencyRoi.Access.RateLimiting;

namespace AgencyRoi.Tests.Access.RateLimiting;

public sealed class TokenBucketTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 15, 10, 0, 0, TimeSpan.Zero);
    private readonly TokenBucket bucket = new(new BucketSize(100, 10), Start);

    [Fact]
    public void What_is_there_can_be_taken_to_the_last_point()
    {
        Assert.Equal(TimeSpan.Zero, bucket.WaitFor(100, Start));
        bucket.Take(100, Start);

        Assert.Equal(TimeSpan.FromSeconds(0.1), bucket.WaitFor(1, Start));
    }

    [Fact]
    public void Points_come_back_with_time_up_to_what_it_holds()
    {
        bucket.Take(100, Start);

        Assert.Equal(25, bucket.Available(Start.AddSeconds(2.5)));
        Assert.Equal(100, bucket.Available(Start.AddDays(1)));
    }

    [Fact]
    public void What_is_dearer_than_all_it_holds_passes_when_it_is_full_and_leaves_a_debt()
    {
        Assert.Equal(TimeSpan.Zero, bucket.WaitFor(150, Start));
        bucket.Take(150, Start);

        Assert.Equal(-50, bucket.Available(Start));
        Assert.Equal(TimeSpan.FromSeconds(15), bucket.WaitFor(150, Start));
    }

    [Fact]
    public void What_is_given_back_never_makes_more_than_all()
    {
        bucket.Take(10, Start);
        bucket.Take(-50, Start);

        Assert.Equal(100, bucket.Available(Start));
    }

    [Fact]
    public void A_clock_that_is_set_back_changes_nothing()
    {
        bucket.Take(40, Start);

        Assert.Equal(60, bucket.Available(Start.AddHours(-1)));
        Assert.Equal(70, bucket.Available(Start.AddSeconds(1)));
    }
}
