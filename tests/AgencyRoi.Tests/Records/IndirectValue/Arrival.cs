using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgencyRoi.Tests.Records.IndirectValue;

/// <summary>Facts that overlap, entered in one order or the other, and the report of what was cut.</summary>
internal static class Arrival
{
    public static async Task InOrderAsync(bool isForward, params Func<Task<JsonElement>>[] steps)
    {
        foreach (var step in isForward ? steps : steps.Reverse())
            await step();
    }

    public static JsonObject WithEnd(JsonObject input, string to)
    {
        input["to"] = to;
        return input;
    }

    public static async Task<JsonElement> SaleOfAsync(
        this AgencyApp app,
        string clientId,
        string contactReference,
        decimal amount,
        string occurredOn,
        string? externalReference = null
    ) =>
        await app.SaleAsync(
            app.Alpha,
            new
            {
                clientId,
                type = "SALE",
                occurredOn,
                amount,
                currency = "USD",
                contactReference,
                externalReference,
                channelId = await app.ChannelAsync(app.Alpha, clientId),
            }
        );

    public static async Task<JsonElement[]> OverlapsAsync(this AgencyApp app, string client) =>
        (await app.SendAsync(app.Alpha.StaffToken, "overlaps/Overlaps", new { client, period = Bookkeeping.Period() }))
            .GetProperty("client")
            .GetProperty("overlaps")
            .List("nodes");
}
