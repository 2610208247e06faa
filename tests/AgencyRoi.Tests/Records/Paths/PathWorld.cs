using System.Text.Json;
using AgencyRoi.Tests.Recording.Imports;

namespace AgencyRoi.Tests.Records.Paths;

/// <summary>A client with channels that files call by their own names, and reports over its paths.</summary>
internal sealed record PathWorld(AgencyApp App, string Client, IReadOnlyDictionary<string, string> Channels)
{
    private const string Columns = "client,external_reference,date,path,conversions,value,currency,nulls\n";

    public static async Task<PathWorld> CreateAsync(AgencyApp app, params string[] channels)
    {
        var client = await app.ClientAsync(app.Alpha);
        var ids = new Dictionary<string, string>();
        foreach (var name in channels is [] ? ["blog", "mail", "press"] : channels)
            ids[name] = await ChannelAsync(app, client, name);
        return new(app, client, ids);
    }

    /// <summary>Rows such as <c>blog > mail,3,30,USD,1</c>, all on one day, in a file.</summary>
    public Task<JsonElement> ImportAsync(params string[] rows) => ImportAsAsync(App.Alpha.StaffToken, rows);

    public Task<JsonElement> ImportAsAsync(string token, params string[] rows) =>
        App.ImportAsync(
            token,
            "paths",
            Columns + string.Concat(rows.Select((row, number) => $"{Client},p-{number + 1},2025-03-31,{row}\n"))
        );

    /// <summary>A path by mutation; a touch that is null is a direct visit.</summary>
    public object Path(
        IEnumerable<string?> touches,
        decimal conversions = 1m,
        decimal? value = 10m,
        string? currency = "USD",
        decimal nulls = 0m
    ) =>
        new
        {
            clientId = Client,
            occurredOn = "2025-03-31",
            touches = touches.Select(channelId => new { channelId }),
            conversions,
            value,
            currency,
            nulls,
        };

    public Task<JsonElement> AskAsync(params object[] models) => AskAsync("CHANNEL", "PATHS", models);

    public async Task<JsonElement> AskAsync(string by, string source, params object[] models) =>
        (await App.SendAsync(App.Alpha.StaffToken, "journeys/Attribution", Question(by, source, models)))
            .GetProperty("client")
            .GetProperty("attribution");

    public object Question(string by, string source, params object[] models) =>
        new
        {
            client = Client,
            period = new { from = "2025-01-01", to = "2026-01-01" },
            by,
            models,
            source,
        };

    /// <summary>The rows of a model, such as <c>blog 0.5 50</c>, in the order of their names.</summary>
    public static string[] Rows(JsonElement report, int model = 0) =>
        [
            .. report
                .List("models")[model]
                .List("rows")
                .Select(row => $"{NameOf(row)} {row.GetProperty("conversions").GetDecimal():0.######} {row.Amount("value"):0.##}")
                .Order(StringComparer.Ordinal),
        ];

    public static string NameOf(JsonElement row) =>
        row.GetProperty("channel") is { ValueKind: JsonValueKind.Object } channel ? channel.Text("name") : "direct";

    private static async Task<string> ChannelAsync(AgencyApp app, string clientId, string name) =>
        (
            await app.DoAsync(
                app.Alpha.StaffToken,
                "channels/CreateChannel",
                new
                {
                    clientId,
                    networkCode = "FACEBOOK",
                    name,
                    externalReference = name,
                    ownership = "OWNED",
                    role = "CARE",
                    runByAgency = true,
                }
            )
        ).Text("id");
}
