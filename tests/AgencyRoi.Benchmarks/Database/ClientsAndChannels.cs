using System.Text.Json;

namespace AgencyRoi.Benchmarks.Database;

/// <summary>A list with a list in each row: 50 of an agency's 200 clients with their channels, among 20 other agencies.</summary>
internal static class ClientsAndChannels
{
    public const string Agency = "agency-1";
    public const string Query =
        "{ clients(first: 50) { nodes { id name industry currency channels(first: 10) { nodes { id network { code } handle } } } } }";

    private const int PostgresPort = 5790;

    public static string Body { get; } = JsonSerializer.Serialize(new { query = Query });

    public static async Task<MeasuredDatabase> StartAsync()
    {
        var database = await MeasuredDatabase.StartAsync(PostgresPort);
        await database.FillAsync(
            await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Database", "clients-and-channels.sql"))
        );
        return database;
    }
}
