using AgencyRoi.Platform.Database;

namespace AgencyRoi.Tests.Platform.Database;

public sealed class DatabaseClockTests
{
    [Fact]
    public void A_moment_has_the_digits_that_the_database_keeps()
    {
        var moment = new DateTimeOffset(2026, 1, 15, 10, 0, 0, TimeSpan.Zero).AddTicks(1_234_567);

        Assert.Equal(moment.AddTicks(-7), DatabaseClock.InWholeMicroseconds(moment));
    }

    [Fact]
    public void Now_is_such_a_moment() =>
        Assert.All(Enumerable.Range(0, 100), _ => Assert.Equal(0, DatabaseClock.Instance.GetUtcNow().Ticks % TimeSpan.TicksPerMicrosecond));
}
