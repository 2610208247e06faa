using Microsoft.Extensions.Time.Testing;

namespace AgencyRoi.Tests;

internal static class TestClock
{
    /// <summary>A clock that stands at one moment until a test moves it; its timers fire when it is moved.</summary>
    public static FakeTimeProvider Pinned() => new(new DateTimeOffset(2026, 1, 15, 10, 0, 0, TimeSpan.Zero));
}
