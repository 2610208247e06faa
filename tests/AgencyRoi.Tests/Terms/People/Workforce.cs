using System.Text.Json;

namespace AgencyRoi.Tests.Terms.People;

/// <summary>People, their rates and hours, entered over the API as an agency would.</summary>
internal static class Workforce
{
    public static async Task<string> PersonAsync(
        this AgencyApp app,
        TestAgency agency,
        string name = "Ada",
        string roleClass = "STAFF",
        string? externalReference = null
    ) =>
        (
            await app.DoAsync(
                agency.StaffToken,
                "people/CreatePerson",
                new
                {
                    name,
                    roleClass,
                    externalReference,
                }
            )
        ).Text("id");

    public static object NewRate(
        decimal amount,
        string level = "DEFAULT",
        string? personId = null,
        string? roleClass = null,
        string from = "2025-01-01",
        string? to = null,
        string kind = "LABOUR",
        string currency = "USD"
    ) =>
        new
        {
            kind,
            level,
            personId,
            roleClass,
            from,
            to,
            amount,
            currency,
        };

    public static Task<JsonElement> HourlyRateAsync(this AgencyApp app, TestAgency agency, object rate) =>
        app.DoAsync(agency.StaffToken, "people/CreateHourlyRate", rate);

    public static object NewTime(
        string clientId,
        string personId,
        decimal hours,
        string occurredOn = "2025-03-10",
        string? externalReference = null
    ) =>
        new
        {
            clientId,
            personId,
            occurredOn,
            hours,
            externalReference,
        };

    public static Task<JsonElement> TimeAsync(
        this AgencyApp app,
        TestAgency agency,
        string clientId,
        string personId,
        decimal hours,
        string occurredOn = "2025-03-10",
        string? externalReference = null
    ) => app.DoAsync(agency.StaffToken, "people/RecordTimeEntry", NewTime(clientId, personId, hours, occurredOn, externalReference));

    /// <summary>A client's ledger as <c>viewpoint side stream amount quantity</c>, by day and line.</summary>
    public static async Task<string> LedgerOfAsync(this AgencyApp app, string client) =>
        (string)
            (
                await app.Database.AsSuperuserAsync(
                    $"""
                    select coalesce(string_agg(concat_ws(' ', e.viewpoint, e.side, coalesce(e.value_stream, e.cost_category), trim_scale(e.client_amount), trim_scale(e.quantity)), ', '
                      order by e.version, e.line_no), '')
                    from app.ledger_entries e join app.clients c on c.tenant_id = e.tenant_id and c.id = e.client_id
                    where c.name = '{client}'
                    """
                )
            )!;

    /// <summary>A token of an analyst who works for some clients only.</summary>
    public static async Task<string> TokenForAsync(this AgencyApp app, TestAgency agency, params string[] clientIds) =>
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
}
