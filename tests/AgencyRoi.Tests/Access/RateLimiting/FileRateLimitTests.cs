using AgencyRoi.Access;
using AgencyRoi.Access.RateLimiting;
using AgencyRoi.Platform.Tenancy;
using Microsoft.Extensions.Time.Testing;

namespace AgencyRoi.Tests.Access.RateLimiting;

public sealed class FileRateLimitTests
{
    private readonly FakeTimeProvider clock = TestClock.Pinned();
    private readonly RateLimitSettings settings = new() { AgencyPoints = 1000, AgencyPointsPerSecond = 100_000 };
    private readonly Viewer viewer = new(
        Caller.Token(Guid.NewGuid()),
        new TenantInfo(new(Guid.NewGuid()), "alpha", "Alpha", "USD", "UTC"),
        AccessRole.Owner,
        ClientScope.All
    );

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(99, 0)]
    [InlineData(99, 1, 9)]
    [InlineData(98, 11)]
    [InlineData(98, 1, 10)]
    [InlineData(90, 10, 10, 80)]
    public async Task A_point_pays_for_ten_rows_however_they_come_and_no_file_is_for_nothing(int left, params int[] chunks)
    {
        var (limiter, rateLimit) = Limits(settings);

        Assert.Equal(TimeSpan.Zero, rateLimit.Begin());
        foreach (var rows in chunks)
            await rateLimit.PayAsync(rows, Stop);

        Assert.Equal(left, limiter.StateOf(viewer).Available);
    }

    [Fact]
    public async Task A_file_that_was_begun_waits_for_its_points_and_another_cannot_begin()
    {
        var (limiter, rateLimit) = Limits(settings);
        Assert.Equal(TimeSpan.Zero, rateLimit.Begin());
        await rateLimit.PayAsync(1000, Stop);

        var paying = rateLimit.PayAsync(500, Stop);
        Assert.False(paying.IsCompleted);
        Assert.True(new FileRateLimit(limiter, settings, viewer, clock).Begin() > TimeSpan.Zero);

        clock.Advance(TimeSpan.FromSeconds(1));
        await paying;
        Assert.Equal(50, limiter.StateOf(viewer).Available);
    }

    [Fact]
    public async Task Whoever_leaves_while_waiting_pays_nothing()
    {
        using var leaving = new CancellationTokenSource();
        var (limiter, rateLimit) = Limits(settings);
        await rateLimit.PayAsync(1000, Stop);

        var paying = rateLimit.PayAsync(1000, leaving.Token);
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => paying);
        Assert.Equal(0, limiter.StateOf(viewer).Available);
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 10)]
    public async Task Files_are_free_where_nothing_is_counted(bool isEnabled, int rowsPerPoint)
    {
        var (limiter, rateLimit) = Limits(settings with { Enabled = isEnabled, RowsPerPoint = rowsPerPoint });

        Assert.Equal(TimeSpan.Zero, rateLimit.Begin());
        await rateLimit.PayAsync(1_000_000, Stop);

        Assert.Equal(100, limiter.StateOf(viewer).Available);
    }

    private (RateLimiter Limiter, FileRateLimit OfFile) Limits(RateLimitSettings with)
    {
        var limiter = new RateLimiter(with, clock);
        return (limiter, new FileRateLimit(limiter, with, viewer, clock));
    }
}
