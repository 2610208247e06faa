using System.Diagnostics;
using AgencyRoi.Platform.Database;

namespace AgencyRoi.Benchmarks.Attribution;

/// <summary>The rows that every model is read from, in their order, with nothing made of them: how much of a model's time is the server's and the way from it.</summary>
internal static class JourneyStream
{
    private static readonly string Events = EmbeddedSql.Read("Reports.Attribution.journey_events.sql");

    public static async Task<TimeSpan> TimeAsync(DatabaseSession session)
    {
        var (from, to) = (new DateTime(2024, 7, 1, 0, 0, 0, DateTimeKind.Utc), new DateTime(2026, 4, 1, 0, 0, 0, DateTimeKind.Utc));
        var watch = Stopwatch.StartNew();
        await using var command = session.Command(Events).With(session.TenantId, await AttributedClient.IdAsync(session), from, to);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) { }
        return watch.Elapsed;
    }
}
