using System.Text.Json;

namespace AgencyRoi.Tests;

/// <summary>Money that tests enter over the API, and the figures that they read back.</summary>
internal static class Bookkeeping
{
    public static object NewCost(
        string clientId,
        decimal amount = 100m,
        string occurredOn = "2025-03-10",
        string currency = "USD",
        string category = "AD_SPEND",
        string paidBy = "CLIENT",
        string? channelId = null,
        string? campaignId = null,
        string? goalId = null,
        string? description = null,
        string? externalReference = null
    ) =>
        new
        {
            clientId,
            category,
            occurredOn,
            amount,
            currency,
            paidBy,
            channelId,
            campaignId,
            goalId,
            description,
            externalReference,
        };

    public static object NewSale(
        string clientId,
        decimal? amount = 100m,
        string occurredOn = "2025-03-10",
        string? currency = "USD",
        string type = "SALE",
        decimal quantity = 1m,
        string? channelId = null,
        string? campaignId = null,
        string? goalId = null,
        string? externalReference = null
    ) =>
        new
        {
            clientId,
            type,
            occurredOn,
            amount,
            currency = amount is null ? null : currency,
            quantity,
            channelId,
            campaignId,
            goalId,
            externalReference,
        };

    public static object NewRefund(
        string saleId,
        decimal amount,
        string occurredOn = "2025-04-02",
        string? reason = null,
        string? externalReference = null
    ) =>
        new
        {
            saleId,
            occurredOn,
            amount,
            reason,
            externalReference,
        };

    public static Task<JsonElement> CostAsync(this AgencyApp app, TestAgency agency, object cost) =>
        app.DoAsync(agency.StaffToken, "costs/RecordCost", cost);

    public static Task<JsonElement> SaleAsync(this AgencyApp app, TestAgency agency, object sale) =>
        app.DoAsync(agency.StaffToken, "sales/RecordSale", sale);

    public static Task<JsonElement> RefundAsync(this AgencyApp app, TestAgency agency, object refund) =>
        app.DoAsync(agency.StaffToken, "sales/RecordRefund", refund);

    public static Task<JsonElement> RateAsync(
        this AgencyApp app,
        TestAgency agency,
        string baseCurrency,
        string quoteCurrency,
        decimal rate,
        string day,
        string granularity = "DAY"
    ) =>
        app.DoAsync(
            agency.StaffToken,
            "exchange-rates/SetExchangeRate",
            new
            {
                baseCurrency,
                quoteCurrency,
                day,
                granularity,
                rate,
                source = "the test",
            }
        );

    /// <summary>An active goal of its own unit value, from the beginning of 2025.</summary>
    public static async Task<string> PricedGoalAsync(
        this AgencyApp app,
        TestAgency agency,
        string clientId,
        decimal unitValue,
        string stream = "CONVERSIONS",
        string grade = "C",
        string name = "Enquiries",
        string currency = "USD",
        string? channelId = null,
        string? campaignId = null
    )
    {
        var draft = await app.DoAsync(
            agency.StaffToken,
            "goals/CreateGoal",
            new
            {
                purposeId = await app.PurposeAsync(agency, clientId),
                type = "CONVERSION",
                name,
                indicator = name.ToLowerInvariant() + " received",
                stream,
                evidenceGrade = grade,
                channelId,
                campaignId,
            }
        );
        await app.ValueAsync(agency, draft.Text("id"), "2025-01-01", unitValue, currency);
        await app.DoAsync(agency.StaffToken, "goals/ActivateGoal", new { id = draft.Text("id"), version = draft.Long("version") });
        return draft.Text("id");
    }

    public static Task<JsonElement> RecordOutcomeAsync(
        this AgencyApp app,
        TestAgency agency,
        string goalId,
        decimal quantity,
        string occurredOn = "2025-03-10",
        string? campaignId = null,
        string? channelId = null
    ) =>
        app.DoAsync(
            agency.StaffToken,
            "goals/RecordOutcome",
            new
            {
                goalId,
                occurredOn,
                quantity,
                campaignId,
                channelId,
            }
        );

    /// <summary>A token of an analyst who works for some clients only.</summary>
    public static async Task<string> RestrictedTokenAsync(this AgencyApp app, TestAgency agency, params string[] clientIds) =>
        (
            await app.DoAsync(
                agency.OwnerToken,
                "tokens/CreateApiToken",
                new
                {
                    role = "ADMIN",
                    label = TokenLabel.Another("for some clients"),
                    clientIds,
                }
            )
        ).Text("token");

    public static object Period(string from = "2025-01-01", string to = "2026-01-01") => new { from, to };

    /// <summary>The return of a client with all its parts.</summary>
    public static async Task<JsonElement> RoiAsync(
        this AgencyApp app,
        TestAgency agency,
        string client,
        string from = "2025-01-01",
        string to = "2026-01-01",
        string viewpoint = "CLIENT"
    ) => (
            await app.SendAsync(
                agency.StaffToken,
                "client-roi/ClientRoi",
                new
                {
                    client,
                    period = Period(from, to),
                    viewpoint,
                }
            )
        ).GetProperty("client").GetProperty("roi");

    public static async Task<JsonElement[]> OverTimeAsync(
        this AgencyApp app,
        TestAgency agency,
        string client,
        string interval,
        string from,
        string to
    ) => (
            await app.SendAsync(
                agency.StaffToken,
                "client-roi/RoiOverTime",
                new
                {
                    client,
                    interval,
                    period = Period(from, to),
                }
            )
        ).GetProperty("client").GetProperty("roi").List("overTime");

    public static async Task<JsonElement> CompareAsync(
        this AgencyApp app,
        string token,
        object? where = null,
        object? order = null,
        int first = 20,
        string viewpoint = "CLIENT",
        bool rankWithoutPurpose = false
    ) =>
        (
            await app.SendAsync(
                token,
                "compare-clients/CompareClients",
                new
                {
                    period = Period(),
                    where,
                    order,
                    first,
                    viewpoint,
                    rankWithoutPurpose,
                }
            )
        ).GetProperty("compareClients");

    /// <summary>All entries behind the adjusted total of a client, in their order.</summary>
    public static async Task<JsonElement[]> EntriesAsync(this AgencyApp app, TestAgency agency, string client)
    {
        var page = await app.SendAsync(
            agency.StaffToken,
            "explain-roi/EntriesBehindRoi",
            new
            {
                client,
                period = Period(),
                first = 100,
            }
        );
        return page.GetProperty("client")
            .GetProperty("roi")
            .GetProperty("adjusted")
            .GetProperty("explain")
            .GetProperty("entries")
            .List("nodes");
    }

    /// <summary>The amount of money in a field.</summary>
    public static decimal Amount(this JsonElement element, string property = "cost") =>
        element.GetProperty(property).GetProperty("amount").GetDecimal();

    /// <summary>The value in one of the four totals.</summary>
    public static decimal Value(this JsonElement element, string total = "unadjusted") => element.GetProperty(total).Amount("value");

    /// <summary>Value, percentage and the reason for none of one of the four totals.</summary>
    public static (decimal Value, decimal? Percent, string? Reason) Figure(this JsonElement element, string total = "unadjusted")
    {
        var figure = element.GetProperty(total);
        var percent = figure.GetProperty("roiPercent");
        return (
            figure.Amount("value"),
            percent.ValueKind == JsonValueKind.Null ? null : percent.GetDecimal(),
            figure.GetProperty("undefinedReason").GetString()
        );
    }

    /// <summary>What restricts a figure.</summary>
    public static string[] Caveats(this JsonElement figure) => [.. figure.List("caveats").Select(caveat => caveat.GetString()!)];

    public static JsonElement[] List(this JsonElement element, string property) => [.. element.GetProperty(property).EnumerateArray()];

    public static long Long(this JsonElement element, string property) => element.GetProperty(property).GetInt64();
}
