using System.Text.Json;

namespace AgencyRoi.Tests.Portfolio.ClientGroups;

/// <summary>Groups of clients, made and changed over the API.</summary>
internal static class Groups
{
    public static Task<JsonElement> GroupAsync(this AgencyApp app, TestAgency agency, string name, params string[] clientIds) =>
        app.DoAsync(agency.OwnerToken, "client-groups/CreateClientGroup", new { name, clientIds });

    public static Task<JsonElement> SetClientsAsync(this AgencyApp app, TestAgency agency, JsonElement group, params string[] clientIds) =>
        app.DoAsync(agency.OwnerToken, "client-groups/UpdateClientGroup", Change(group, clientIds));

    public static object Change(JsonElement group, params string[] clientIds) =>
        new
        {
            id = group.Text("id"),
            version = group.Long("version"),
            clientIds,
        };

    public static Task<JsonElement> ArchiveGroupAsync(this AgencyApp app, TestAgency agency, JsonElement group) =>
        app.DoAsync(agency.OwnerToken, "client-groups/ArchiveClientGroup", new { id = group.Text("id"), version = group.Long("version") });

    /// <summary>The group as a token sees it; null when it is not there.</summary>
    public static async Task<JsonElement?> ReadGroupAsync(this AgencyApp app, string token, string id)
    {
        var node = (await app.SendAsync(token, "client-groups/ClientGroup", new { id })).GetProperty("node");
        return node.ValueKind == JsonValueKind.Null ? null : node;
    }

    public static async Task<string[]> GroupNamesAsync(this AgencyApp app, string token, object? where = null) =>
        [
            .. (await app.SendAsync(token, "client-groups/ClientGroups", new { first = 100, where }))
                .GetProperty("clientGroups")
                .List("nodes")
                .Select(group => group.Text("name")),
        ];

    /// <summary>The ids of its clients.</summary>
    public static string[] Clients(this JsonElement group) =>
        [.. group.GetProperty("clients").List("nodes").Select(client => client.Text("id"))];
}
