using System.Text.Json;

namespace AgencyRoi.Tests.Reports.Duplicates;

/// <summary>A client with a goal whose unit is worth 30.00 and a channel that the agency runs: each lead that counts is 30.00 more.</summary>
internal sealed record Leads(AgencyApp App, TestAgency Agency, string Client, string Goal, string Channel)
{
    public static async Task<Leads> CreateAsync(AgencyApp app)
    {
        var client = await app.ClientAsync(app.Alpha, "leads " + Guid.NewGuid().ToString("N"));
        return new(app, app.Alpha, client, await app.PricedGoalAsync(app.Alpha, client, 30m), await app.ChannelAsync(app.Alpha, client));
    }

    public Task<JsonElement> OutcomeAsync(
        string externalReference,
        decimal quantity = 1m,
        string occurredOn = "2025-03-10",
        string? lead = null,
        string? order = null,
        string? contact = null
    ) =>
        App.DoAsync(
            Agency.StaffToken,
            "goals/RecordOutcome",
            new
            {
                goalId = Goal,
                occurredOn,
                quantity,
                externalReference,
                leadReference = lead,
                orderReference = order,
                contactReference = contact,
            }
        );

    public Task<JsonElement> ConversionAsync(
        string externalReference,
        decimal quantity = 1m,
        string occurredOn = "2025-03-10",
        string? lead = null,
        string? order = null,
        string? contact = null,
        string type = "LEAD",
        decimal? amount = null
    ) =>
        App.DoAsync(
            Agency.StaffToken,
            "sales/RecordSale",
            new
            {
                clientId = Client,
                type,
                occurredOn,
                amount,
                currency = amount is null ? null : "USD",
                quantity,
                channelId = Channel,
                goalId = Goal,
                externalReference,
                leadReference = lead,
                orderReference = order,
                contactReference = contact,
            }
        );

    /// <summary>What counts in the unadjusted total.</summary>
    public async Task<decimal> WorthAsync() => (await App.RoiAsync(Agency, Client)).Value();

    public Task<JsonElement> SettleAsync(JsonElement outcome, JsonElement sale, string verdict, string? note = null) =>
        App.DoAsync(
            Agency.StaffToken,
            "duplicates/SettleSuspectedDuplicate",
            new
            {
                outcomeId = outcome.Text("id"),
                saleId = sale.Text("id"),
                verdict,
                note,
            }
        );

    /// <summary>Each suspected pair as <c>outcome sale REASON</c>.</summary>
    public async Task<string[]> SuspectedAsync(string verdict = "OPEN")
    {
        var answer = await App.SendAsync(
            Agency.StaffToken,
            "duplicates/SuspectedDuplicates",
            new
            {
                client = Client,
                period = Bookkeeping.Period(),
                verdict,
            }
        );
        return
        [
            .. answer
                .GetProperty("client")
                .GetProperty("suspectedDuplicates")
                .List("nodes")
                .Select(pair =>
                    $"{pair.GetProperty("outcome").Text("externalReference")} {pair.GetProperty("sale").Text("externalReference")} {pair.GetProperty("reason")}".TrimEnd()
                ),
        ];
    }
}
