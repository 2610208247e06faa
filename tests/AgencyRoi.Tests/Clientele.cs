using System.Text.Json;

namespace AgencyRoi.Tests;

/// <summary>What most tests start from, entered over the API as an agency would.</summary>
internal static class Clientele
{
    private static int clients;

    public static object NewClient(string name = "Bakery", string currency = "USD", string? externalReference = null) =>
        new
        {
            name,
            industry = "FOOD_AND_DRINK",
            businessModel = "B2C",
            size = "SMALL",
            currency,
            timeZone = "America/New_York",
            externalReference,
        };

    /// <summary>Another client: with a reference of its own it may have the name of one that is there.</summary>
    public static async Task<string> ClientAsync(this AgencyApp app, TestAgency agency, string name = "Bakery", string currency = "USD")
    {
        var client = NewClient(name, currency, $"client {Interlocked.Increment(ref clients)}");
        return (await app.DoAsync(agency.StaffToken, "clients/CreateClient", client)).Text("id");
    }

    /// <summary>One whose purpose is measured, so that it is ranked and its returns are not marked for want of one.</summary>
    public static async Task<string> PurposefulClientAsync(
        this AgencyApp app,
        TestAgency agency,
        string name = "Bakery",
        string currency = "USD"
    )
    {
        var client = await app.ClientAsync(agency, name, currency);
        await app.MeasuredPurposeAsync(agency, client, currency);
        return client;
    }

    public static async Task<string> ChannelAsync(
        this AgencyApp app,
        TestAgency agency,
        string clientId,
        string name = "Page",
        string? purposeId = null,
        string networkCode = "FACEBOOK"
    ) =>
        (
            await app.DoAsync(
                agency.StaffToken,
                "channels/CreateChannel",
                new
                {
                    clientId,
                    networkCode,
                    name,
                    ownership = "OWNED",
                    role = "CARE",
                    runByAgency = true,
                    purposeIds = purposeId is null ? null : new[] { purposeId },
                }
            )
        ).Text("id");

    public static async Task<string> CampaignAsync(
        this AgencyApp app,
        TestAgency agency,
        string clientId,
        string name,
        string? parentId = null
    ) =>
        (
            await app.DoAsync(
                agency.StaffToken,
                "campaigns/CreateCampaign",
                new
                {
                    clientId,
                    kind = "CAMPAIGN",
                    name,
                    parentId,
                }
            )
        ).Text("id");

    public static async Task<string> PurposeAsync(this AgencyApp app, TestAgency agency, string clientId) =>
        (
            await app.DoAsync(
                agency.StaffToken,
                "goals/CreatePurpose",
                new
                {
                    clientId,
                    type = "CUSTOMER_CARE",
                    whatFor = "Answer before they call",
                    problem = "The line is always busy",
                    audience = "Customers with an order",
                }
            )
        ).Text("id");

    /// <summary>A draft with an indicator and a stream, without a value.</summary>
    public static async Task<JsonElement> DraftAsync(
        this AgencyApp app,
        TestAgency agency,
        string clientId,
        string name = "Questions answered"
    ) =>
        await app.DoAsync(
            agency.StaffToken,
            "goals/CreateGoal",
            new
            {
                purposeId = await app.PurposeAsync(agency, clientId),
                type = "CUSTOMER_EXPERIENCE",
                name,
                indicator = "questions answered within an hour",
                stream = "SERVICE_SAVINGS",
                evidenceGrade = "B",
            }
        );

    /// <summary>An active goal whose unit is worth 5.00 from the beginning of 2025.</summary>
    public static async Task<JsonElement> ActiveGoalAsync(this AgencyApp app, TestAgency agency, string clientId, string currency = "USD")
    {
        var draft = await app.DraftAsync(agency, clientId);
        await app.ValueAsync(agency, draft.Text("id"), "2025-01-01", 5m, currency);
        return await app.DoAsync(
            agency.StaffToken,
            "goals/ActivateGoal",
            new { id = draft.Text("id"), version = draft.GetProperty("version").GetInt64() }
        );
    }

    /// <summary>A purpose with an active goal.</summary>
    public static async Task<string> MeasuredPurposeAsync(
        this AgencyApp app,
        TestAgency agency,
        string clientId,
        string currency = "USD"
    ) => (await app.ActiveGoalAsync(agency, clientId, currency)).GetProperty("purpose").Text("id");

    public static Task<JsonElement> ValueAsync(
        this AgencyApp app,
        TestAgency agency,
        string goalId,
        string effectiveFrom,
        decimal amount,
        string currency = "USD"
    ) =>
        app.DoAsync(
            agency.StaffToken,
            "goals/SetGoalValue",
            new
            {
                goalId,
                effectiveFrom,
                amount,
                currency,
            }
        );

    public static Task<JsonElement> OutcomeAsync(
        this AgencyApp app,
        TestAgency agency,
        string goalId,
        decimal quantity = 3m,
        string occurredOn = "2025-03-10",
        string? externalReference = null
    ) =>
        app.DoAsync(
            agency.StaffToken,
            "goals/RecordOutcome",
            new
            {
                goalId,
                occurredOn,
                quantity,
                externalReference,
            }
        );

    /// <summary>The sum of all amounts in the ledger of one agency, as a superuser sees it.</summary>
    public static async Task<decimal> LedgerTotalAsync(this AgencyApp app, TestAgency agency, string amount = "client_amount") =>
        (decimal)
            (
                await app.Database.AsSuperuserAsync(
                    $"select coalesce(sum({amount}), 0) from app.ledger_entries where tenant_id = '{agency.Tenant.Id}'"
                )
            )!;
}
