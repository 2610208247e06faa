using System.Text.Json;
using AgencyRoi.Tests.Records.Contacts;

namespace AgencyRoi.Tests.Reports.Funnels;

/// <summary>A client with two channels, whose contacts make steps.</summary>
internal sealed record FunnelWorld(AgencyApp App, string Client, string Page, string Site, Dictionary<string, string> Campaigns)
{
    /// <summary>Makes the steps of all contacts from what is recorded of them, as the migration did.</summary>
    public static string Fill { get; } = Repository.Read("db-migrations/0524_steps_of_earlier_contacts.sql");

    public static async Task<FunnelWorld> CreateAsync(AgencyApp app)
    {
        var client = await app.ClientAsync(app.Alpha);
        return new(
            app,
            client,
            Page: await app.ChannelAsync(app.Alpha, client, "Page"),
            Site: await app.ChannelAsync(app.Alpha, client, "Site"),
            Campaigns: []
        );
    }

    /// <summary>
    /// Ann was reached by the page on 10 January and became a lead by the site on the 20th; Bob was a lead by the site on 5 February, of whom nothing else is known;
    /// Cem was reached by the page and no more; Dan follows; Eva bought the year before and left.
    /// </summary>
    public static async Task<FunnelWorld> FilledAsync(AgencyApp app)
    {
        var world = await CreateAsync(app);
        world.Campaigns[world.Page] = await app.CampaignAsync(app.Alpha, world.Client, "Reach");
        world.Campaigns[world.Site] = await app.CampaignAsync(app.Alpha, world.Client, "Visits");
        await world.StageAsync("ann", "REACHED", "2025-01-10", world.Page);
        await world.StageAsync("ann", "VISITOR", "2025-01-20", world.Site);
        await world.StageAsync("ann", "LEAD", "2025-01-20", world.Site);
        await world.StageAsync("bob", "LEAD", "2025-02-05", world.Site);
        await world.StageAsync("cem", "REACHED", "2025-01-15", world.Page);
        await world.StageAsync("dan", "UNKNOWN", "2025-01-05", channel: null);
        await world.StageAsync("eva", "CUSTOMER", "2024-12-31", world.Site);
        await world.StageAsync("eva", "LOST", "2025-02-01", channel: null);
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(world.Client, 100m, "2025-01-31", channelId: world.Page));
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(world.Client, 200m, "2025-02-28", channelId: world.Site));
        return world;
    }

    public Task<JsonElement> StageAsync(string person, string stage, string on, string? channel) =>
        App.StageAsync(
            Client,
            stage,
            on,
            new()
            {
                ["crmId"] = person,
                ["channelId"] = channel,
                ["campaignId"] = channel is null ? null : Campaigns.GetValueOrDefault(channel),
            }
        );

    public async Task<JsonElement> FunnelAsync(string from = "2025-01-01", string to = "2025-03-01") =>
        (await SendAsync("Funnel", from, to)).GetProperty("funnel");

    public async Task<JsonElement[]> ByChannelAsync(string arguments = "", string from = "2025-01-01", string to = "2025-03-01")
    {
        if (arguments.Length == 0)
            return (await SendAsync("FunnelByChannel", from, to)).GetProperty("funnel").List("byChannel");
        var asked = $"funnel(%) {{ byChannel({arguments}) {{ channel {{ name }} isDeadEnd settledContactCount }} }}";
        return (await AskAsync(App.Alpha.StaffToken, asked)).GetProperty("funnel").List("byChannel");
    }

    public async Task<JsonElement[]> ByCampaignAsync() =>
        (await SendAsync("FunnelByCampaign", "2025-01-01", "2025-03-01")).GetProperty("funnel").List("byCampaign");

    /// <summary>What a caller is told of the client; % stands for the period.</summary>
    public async Task<JsonElement> AskAsync(string token, string fields)
    {
        var answer = await App.AskAsync(token, $$"""{ client(id: "{{Client}}") { {{InPeriod(fields)}} } }""");
        return answer.GetProperty("data").GetProperty("client");
    }

    public static string InPeriod(string fields) =>
        fields.Replace("%", """period: { from: "2025-01-01", to: "2025-03-01" }""", StringComparison.Ordinal);

    private async Task<JsonElement> SendAsync(string operation, string from, string to) =>
        (
            await App.SendAsync(App.Alpha.StaffToken, $"funnel/{operation}", new { client = Client, period = Bookkeeping.Period(from, to) })
        ).GetProperty("client");
}
