using System.Text.Json;
using AgencyRoi.Benchmarks.Database;
using AgencyRoi.Metrics;
using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;

namespace AgencyRoi.Benchmarks.Attribution;

/// <summary>A client with so many journeys of four touches, the only one of its agency.</summary>
internal sealed record AttributedClient(string Slug, int Journeys)
{
    private const string Id = "select id from app.clients where tenant_id = $1";

    public static DateRange Year { get; } = new(new(2025, 1, 1), new(2026, 1, 1));

    /// <summary>A year of the usual six models, by channel.</summary>
    public static string Attribution { get; } = Question("attribution.graphql");

    /// <summary>The same year of <c>client.roi</c>, by channel too.</summary>
    public static string Roi { get; } = Question("roi.graphql");

    public static async Task FillAsync(MeasuredDatabase database, IReadOnlyList<AttributedClient> clients)
    {
        await database.FillAsync(
            "create temporary table measured_clients (slug text, journeys int)",
            $"insert into measured_clients values {string.Join(", ", clients.Select(client => $"('{client.Slug}', {client.Journeys})"))}",
            await File.ReadAllTextAsync(FileOf("attributed-journeys.sql")),
            await MeasuredDatabase.RollupsOfEntriesAsync()
        );
        foreach (var client in clients)
            await database.CheckAsync(client.Slug);
    }

    /// <summary>The agency's only client.</summary>
    public static async Task<ClientId> IdAsync(DatabaseSession session)
    {
        await using var command = session.Command(Id).With(session.TenantId);
        return new((Guid)(await command.ExecuteScalarAsync())!); // it was filled in
    }

    public static string FileOf(string name) => Path.Combine(AppContext.BaseDirectory, "Attribution", name);

    private static string Question(string name) => JsonSerializer.Serialize(new { query = File.ReadAllText(FileOf(name)) });
}
