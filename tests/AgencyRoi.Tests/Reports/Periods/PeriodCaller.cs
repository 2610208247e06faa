using System.Text.Json;

namespace AgencyRoi.Tests.Reports.Periods;

/// <summary>Months closed, published and read back over the API.</summary>
internal static class PeriodCaller
{
    public static Task<JsonElement> CloseAsync(this AgencyApp app, string clientId, string month = "2025-03-01") =>
        app.DoAsync(app.Alpha.StaffToken, "periods/CloseClientPeriod", new { clientId, month });

    public static Task<JsonElement> PublishAsync(this AgencyApp app, string clientId, string month = "2025-03-01", int edition = 0) =>
        app.DoAsync(
            app.Alpha.StaffToken,
            "periods/PublishClientPeriod",
            new
            {
                clientId,
                month,
                edition,
            }
        );

    public static async Task<JsonElement> AsReportedAsync(
        this AgencyApp app,
        string client,
        string month = "2025-03-01",
        int? edition = null,
        string viewpoint = "CLIENT"
    ) => (
            await app.SendAsync(
                app.Alpha.StaffToken,
                "periods/AsReported",
                new
                {
                    client,
                    month,
                    edition,
                    viewpoint,
                }
            )
        ).GetProperty("client").GetProperty("asReported");

    public static Task<JsonElement> RevalueAsync(this AgencyApp app, string clientId, string from = "2025-01-01", bool preview = false) =>
        app.DoAsync(
            app.Alpha.StaffToken,
            "periods/RevalueClient",
            new
            {
                clientId,
                from,
                preview,
            }
        );

    public static async Task<JsonElement> PendingAsync(this AgencyApp app, string client) =>
        (await app.SendAsync(app.Alpha.StaffToken, "periods/PendingRevaluation", new { client }))
            .GetProperty("client")
            .GetProperty("pendingRevaluation");

    public static async Task<string> PortalTokenAsync(this AgencyApp app, params string[] clientIds) =>
        (
            await app.DoAsync(
                app.Alpha.OwnerToken,
                "tokens/CreateApiToken",
                new
                {
                    role = "PORTAL",
                    label = TokenLabel.Another("the client's people"),
                    clientIds,
                }
            )
        ).Text("token");

    /// <summary>Cost, the four values and cost avoided, in the order in which they are asked for.</summary>
    public static decimal[] Amounts(this JsonElement element, string property = "amounts") =>
        [.. element.GetProperty(property).EnumerateObject().Select(amount => amount.Value.GetProperty("amount").GetDecimal())];
}
