namespace AgencyRoi.Tests;

/// <summary>Stands at one moment until a test moves it.</summary>
internal sealed class PinnedClock : TimeProvider
{
    private long ticks = new DateTimeOffset(2026, 1, 15, 10, 0, 0, TimeSpan.Zero).UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);
}
