using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgencyRoi.Tests.Returns.Comparison;

/// <summary>Clients with a cost and a value, and what a comparison of their groups shows of them.</summary>
internal static class GroupFigures
{
    public static async Task<string> GroupedClientAsync(this AgencyApp app, TestAgency agency, string name, decimal cost, decimal value)
    {
        var currency = agency.Tenant.CurrencyCode;
        var client = await app.ClientAsync(agency, name, currency);
        var goal = await app.PricedGoalAsync(agency, client, value, currency: currency);
        await app.CostAsync(agency, Bookkeeping.NewCost(client, cost, currency: currency));
        await app.RecordOutcomeAsync(agency, goal, 1m);
        return client;
    }

    /// <param name="variables">Besides the year 2025, of all clients.</param>
    public static async Task<JsonElement> CompareGroupsAsync(this AgencyApp app, string token, object? variables = null)
    {
        var all = variables is null ? [] : JsonSerializer.SerializeToNode(variables)!.AsObject();
        all["period"] = JsonSerializer.SerializeToNode(Bookkeeping.Period());
        all["first"] = 100;
        return (await app.SendAsync(token, "client-groups/CompareClientGroups", all)).GetProperty("compareClients");
    }

    public static (string Label, decimal Cost, decimal Value, decimal? Percent) Of(JsonElement group) =>
        (group.Text("label"), group.Amount(), group.Value(), group.Figure().Percent);

    public static (decimal Cost, decimal Value, decimal? Percent) Sums(JsonElement figures) =>
        (figures.Amount(), figures.Value(), figures.Figure().Percent);

    /// <summary>What the row of a cell's client shows.</summary>
    public static (decimal Cost, decimal Value, decimal? Percent) Own(JsonElement compared, JsonElement cell) =>
        Sums(compared.List("rows").Single(row => Id(row) == Id(cell)));

    public static string[] Ids(JsonElement group) => [.. group.List("cells").Select(Id)];

    private static string Id(JsonElement row) => row.GetProperty("client").Text("id");
}
