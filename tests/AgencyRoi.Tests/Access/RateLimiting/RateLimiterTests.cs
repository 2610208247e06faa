using AgencyRoi.Access;
using AgencyRoi.Access.RateLimiting;
using AgencyRoi.Platform.Tenancy;
using Microsoft.Extensions.Time.Testing;

namespace AgencyRoi.Tests.Access.RateLimiting;

public sealed class RateLimiterTests
{
    private readonly FakeTimeProvider clock = TestClock.Pinned();
    private readonly RateLimiter limiter;
    private readonly TenantInfo agency = new(new(Guid.NewGuid()), "alpha", "Alpha", "USD", "UTC");

    public RateLimiterTests() => limiter = new(new RateLimitSettings { AgencyPoints = 1000, AgencyPointsPerSecond = 100 }, clock);

    [Fact]
    public void The_defaults_are_the_products()
    {
        var settings = new RateLimitSettings();

        Assert.Equal((new BucketSize(50_000, 5_000), new BucketSize(5_000, 500)), (settings.Agency, settings.Token));
        Assert.True(settings.Enabled);
    }

    [Fact]
    public void A_token_has_its_share_and_all_tokens_together_no_more_than_their_agency()
    {
        var one = Viewer();
        Assert.Equal(TimeSpan.Zero, limiter.Take(one, 100));
        Assert.Equal(TimeSpan.FromSeconds(1), limiter.Take(one, 10));

        for (var i = 0; i < 9; i++)
            Assert.Equal(TimeSpan.Zero, limiter.Take(Viewer(), 100));
        Assert.Equal(TimeSpan.FromSeconds(0.5), limiter.Take(Viewer(), 50));
    }

    [Fact]
    public void What_one_of_the_two_refuses_is_taken_from_neither()
    {
        var busy = Viewer();
        limiter.Take(busy, 100);
        limiter.Take(busy, 50);

        Assert.Equal(900, AgencyPoints());
    }

    [Fact]
    public void Another_agency_is_not_concerned()
    {
        limiter.Settle(Viewer(), taken: 0, used: 10_000);

        Assert.True(limiter.Take(Viewer(), 1) > TimeSpan.Zero);
        Assert.Equal(TimeSpan.Zero, limiter.Take(Viewer(AccessRole.Owner, new TenantInfo(new(Guid.NewGuid()), "b", "B", "USD", "UTC")), 1));
    }

    [Fact]
    public void What_was_not_used_is_given_back_and_what_was_used_beyond_it_is_taken()
    {
        var viewer = Viewer();
        limiter.Take(viewer, 80);
        limiter.Settle(viewer, taken: 80, used: 30);
        Assert.Equal(70, limiter.StateOf(viewer).Available);

        limiter.Settle(viewer, taken: 0, used: 100);
        Assert.Equal(-30, limiter.StateOf(viewer).Available);
    }

    [Fact]
    public void Staff_see_whichever_ends_first_and_a_portal_its_token_alone()
    {
        limiter.Settle(Viewer(), taken: 0, used: 990);

        Assert.Equal((1000, 10), (limiter.StateOf(Viewer()).Capacity, limiter.StateOf(Viewer()).Available));
        Assert.Equal(
            (100, 100),
            (limiter.StateOf(Viewer(AccessRole.Portal)).Capacity, limiter.StateOf(Viewer(AccessRole.Portal)).Available)
        );
    }

    [Fact]
    public void Buckets_that_have_filled_up_are_forgotten()
    {
        for (var i = 0; i < 500; i++)
            limiter.Take(Viewer(), 1);
        Assert.Equal(501, limiter.Count);

        clock.Advance(TimeSpan.FromMinutes(2));
        limiter.Take(Viewer(), 1);

        Assert.Equal(2, limiter.Count);
    }

    [Fact]
    public void So_many_buckets_that_they_are_looked_through_before_their_minute_has_passed()
    {
        for (var i = 0; i < 10_001; i++)
            limiter.Settle(Viewer(), taken: 0, used: 1);

        clock.Advance(TimeSpan.FromSeconds(5)); // Each token has its point back; their agency is in debt for longer.
        limiter.Take(Viewer(), 1);

        Assert.Equal(2, limiter.Count);
    }

    [Fact]
    public async Task Many_at_once_take_no_more_than_there_is()
    {
        var viewer = Viewer();
        var passed = 0;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 1000),
            TestContext.Current.CancellationToken,
            (_, _) =>
            {
                if (limiter.Take(viewer, 1) == TimeSpan.Zero)
                    Interlocked.Increment(ref passed);
                return default;
            }
        );

        Assert.Equal(100, passed);
    }

    private int AgencyPoints()
    {
        var points = 0;
        while (limiter.Take(Viewer(), 1) == TimeSpan.Zero)
            points++;
        return points;
    }

    private Viewer Viewer(AccessRole role = AccessRole.Owner, TenantInfo? of = null) =>
        new(Caller.Token(Guid.NewGuid()), of ?? agency, role, ClientScope.All);
}
