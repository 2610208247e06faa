using System.Text.Json;

namespace AgencyRoi.Tests.Records.Contacts.Profiles;

/// <summary>What tests of profiles state and read over the API.</summary>
internal static class ProfileWorld
{
    public static Task<JsonElement> ProfileAttributeAsync(
        this AgencyApp app,
        string client,
        string code,
        bool isWanted = true,
        bool isNeed = false,
        string[]? values = null
    ) => app.DoAsync(app.Alpha.StaffToken, "profiles/CreateProfileAttribute", NewAttribute(client, code, isWanted, isNeed, values));

    public static object NewAttribute(string client, string code, bool isWanted = true, bool isNeed = false, string[]? values = null) =>
        new
        {
            clientId = client,
            code,
            name = code,
            question = "What is it?",
            isWanted,
            isNeed,
            allowedValues = values,
        };

    /// <summary>Records a value; <paramref name="crm"/> names the contact.</summary>
    public static Task<JsonElement> KnownAsync(this AgencyApp app, string client, string crm, string attribute, string value, string on) =>
        app.DoAsync(app.Alpha.StaffToken, "profiles/RecordContactAttribute", Known(client, crm, attribute, value, on));

    public static object Known(string client, string crm, string attribute, string value, string on) =>
        new
        {
            clientId = client,
            crmId = crm,
            attributeCode = attribute,
            value,
            occurredOn = on,
            source = "Order form",
        };

    /// <summary>A contact's profile: completeness, and what is known.</summary>
    public static async Task<string> ProfileAsync(this AgencyApp app, string contact, string on = "2025-12-31")
    {
        var answer = await app.SendAsync(app.Alpha.StaffToken, "profiles/ContactProfile", new { id = contact, on });
        var profile = answer.GetProperty("node").GetProperty("profile");
        var known = profile.List("attributes").Select(each => $"{each.Text("attributeCode")}={each.Text("value")}");
        return $"{profile.GetProperty("completeness")}{profile.GetProperty("undefinedReason")} {string.Join(' ', known)}";
    }

    public static async Task<JsonElement> ProfilesAsync(
        this AgencyApp app,
        string client,
        string on = "2025-12-31",
        string? token = null
    ) =>
        (await app.SendAsync(token ?? app.Alpha.StaffToken, "profiles/ContactProfiles", new { client, on }))
            .GetProperty("client")
            .GetProperty("contactProfiles");
}
