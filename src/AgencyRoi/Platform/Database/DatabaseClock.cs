namespace AgencyRoi.Platform.Database;

/// <summary>
/// The system's time in whole microseconds, as PostgreSQL keeps it: a moment that a mutation answers with is the one that is read again later.
/// </summary>
internal sealed class DatabaseClock : TimeProvider
{
    public static DatabaseClock Instance { get; } = new();

    public override DateTimeOffset GetUtcNow() => InWholeMicroseconds(System.GetUtcNow());

    public static DateTimeOffset InWholeMicroseconds(DateTimeOffset moment) =>
        moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerMicrosecond));
}
