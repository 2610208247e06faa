using AgencyRoi.Access;
using AgencyRoi.Access.RateLimiting;
using AgencyRoi.Platform.Tenancy;
using Microsoft.Extensions.Time.Testing;

namespace AgencyRoi.Tests.Access.RateLimiting;

public sealed class FileTollTests
{
    private readonly FakeTimeProvider clock = TestClock.Pinned();
    private readonly RateLimitSettings settings = new() { AgencyPoints = 1000, AgencyPointsPerSecond = 100_000 };
    private readonly Viewer viewer = new(
        Guid.NewGuid(),
        new TenantInfo(Guid.NewGuid(), "alpha", "Alpha", "USD", "UTC"),
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
        var (throttle, toll) = Toll(settings);

        Assert.Equal(TimeSpan.Zero, toll.Begin());
        foreach (var rows in chunks)
            await toll.PayAsync(rows, Stop);

        Assert.Equal(left, throttle.StateOf(viewer).Available);
    }

    [Fact]
    public async Task A_file_that_was_begun_waits_for_its_points_and_another_cannot_begin()
    {
        var (throttle, toll) = Toll(settings);
        Assert.Equal(TimeSpan.Zero, toll.Begin());
        await toll.PayAsync(1000, Stop);

        var paying = toll.PayAsync(500, Stop);
        Assert.False(paying.IsCompleted);
        Assert.True(new FileToll(throttle, settings, viewer, clock).Begin() > TimeSpan.Zero);

        clock.Advance(TimeSpan.FromSeconds(1));
        await paying;
        Assert.Equal(50, throttle.StateOf(viewer).Available);
    }

    [Fact]
    public async Task Whoever_leaves_while_waiting_pays_nothing()
    {
        using var leaving = new CancellationTokenSource();
        var (throttle, toll) = Toll(settings);
        await toll.PayAsync(1000, Stop);

        var paying = toll.PayAsync(1000, leaving.Token);
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => paying);
        Assert.Equal(0, throttle.StateOf(viewer).Available);
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 10)]
    public async Task Files_are_free_where_nothing_is_counted(bool isEnabled, int rowsPerPoint)
    {
        var (throttle, toll) = Toll(settings with { Enabled = isEnabled, RowsPerPoint = rowsPerPoint });

        Assert.Equal(TimeSpan.Zero, toll.Begin());
        await toll.PayAsync(1_000_000, Stop);

        Assert.Equal(100, throttle.StateOf(viewer).Available);
    }

    private (RateLimiter Throttle, FileToll Toll) Toll(RateLimitSettings with)
    {
        var throttle = new RateLimiter(with, clock);
        return (throttle, new FileToll(throttle, with, viewer, clock));
    }
}
