using System.Text.Json;
using AgencyRoi.Ledger.Checks;

namespace AgencyRoi.Tests.Records.Journeys;

/// <summary>A client with two channels that the agency runs and one that it does not, and people who touch them before they buy.</summary>
internal sealed record JourneyWorld(AgencyApp App, string Client, string Blog, string Mail, string Press)
{
    public static async Task<JourneyWorld> CreateAsync(AgencyApp app)
    {
        var client = await app.ClientAsync(app.Alpha);
        var press = await app.DoAsync(
            app.Alpha.StaffToken,
            "channels/CreateChannel",
            new
            {
                clientId = client,
                networkCode = "FACEBOOK",
                name = "Press",
                ownership = "EARNED",
                role = "CARE",
                runByAgency = false,
            }
        );
        return new(
            app,
            client,
            await app.ChannelAsync(app.Alpha, client, "Blog"),
            await app.ChannelAsync(app.Alpha, client, "Mail"),
            press.Text("id")
        );
    }

    public Task<JsonElement> TouchAsync(
        string touchedAt,
        string? channelId,
        string? contactReference = "ann",
        string? legalBasis = "CONSENT",
        string? visitorKey = null,
        string? campaignId = null,
        string? externalReference = null,
        bool createsLead = false,
        bool createsOpportunity = false,
        string? site = null
    ) =>
        App.DoAsync(
            App.Alpha.StaffToken,
            "journeys/RecordTouch",
            new
            {
                clientId = Client,
                touchedAt,
                channelId,
                contactReference = visitorKey is null ? contactReference : null,
                visitorKey,
                legalBasis,
                campaignId,
                externalReference,
                createsLead,
                createsOpportunity,
                site,
            }
        );

    public async Task<string> SaleAsync(
        decimal amount = 100m,
        string occurredOn = "2025-03-10",
        string? contactReference = "ann",
        string? occurredAt = null,
        string? visitorKey = null,
        string? channelId = null,
        string? goalId = null,
        string? externalReference = null,
        decimal quantity = 1m,
        string? reportedChannelId = null,
        string? partner = null
    ) =>
        (
            await App.DoAsync(
                App.Alpha.StaffToken,
                "sales/RecordSale",
                new
                {
                    clientId = Client,
                    type = "SALE",
                    occurredOn,
                    occurredAt,
                    amount,
                    currency = "USD",
                    quantity,
                    contactReference,
                    visitorKey,
                    channelId,
                    goalId,
                    externalReference,
                    reportedChannelId,
                    partner,
                }
            )
        ).Text("id");

    public async Task<string> ChannelAsync(string networkCode, string name) =>
        (
            await App.DoAsync(
                App.Alpha.StaffToken,
                "channels/CreateChannel",
                new
                {
                    clientId = Client,
                    networkCode,
                    name,
                    ownership = "PAID",
                    role = "CARE",
                    runByAgency = true,
                }
            )
        ).Text("id");

    public Task<JsonElement> PolicyAsync(
        string type,
        decimal[]? weights = null,
        int lookBackDays = 90,
        string effectiveFrom = "2025-01-01"
    ) =>
        App.DoAsync(
            App.Alpha.StaffToken,
            "journeys/SetAttributionPolicy",
            new
            {
                clientId = Client,
                effectiveFrom,
                model = new { type, weights },
                lookBackDays,
            }
        );

    /// <summary>The credits of a conversion, such as <c>Blog 0.4 ASSISTED</c>; one text <c>no journey</c> where it has none.</summary>
    public async Task<string[]> CreditsAsync(string sale)
    {
        var journey = await JourneyAsync(sale);
        return journey.ValueKind == JsonValueKind.Null ? ["no journey"] : [.. journey.List("credits").Select(Text)];

        static string Text(JsonElement credit)
        {
            var channel = credit.GetProperty("channel");
            var name = channel.ValueKind == JsonValueKind.Null ? "direct" : channel.Text("name");
            return $"{name} {credit.GetProperty("share").GetDecimal():0.########} {credit.Text("returnClass")}";
        }
    }

    public async Task<JsonElement> JourneyAsync(string sale) =>
        (await App.SendAsync(App.Alpha.StaffToken, "journeys/JourneyOfSale", new { id = sale })).GetProperty("node").GetProperty("journey");

    /// <summary>What the ledger counts as direct, and as direct or assisted.</summary>
    public async Task<(decimal Direct, decimal WithAssisted)> BooksAsync()
    {
        var roi = await App.RoiAsync(App.Alpha, Client);
        return (roi.Value("direct"), roi.Value("directAndAssisted"));
    }

    /// <summary>What the ledger holds, by channel and return class, where it is not nothing.</summary>
    public async Task<string[]> LinesAsync()
    {
        var lines = await App.Database.AsSuperuserAsync(
            $"""
            select string_agg(line, ',' order by line)
            from (
              select concat_ws(' ', coalesce(h.name, 'none'), e.line, trim_scale(sum(e.client_amount))) as line
              from app.ledger_entries e
                left join app.channels h on h.tenant_id = e.tenant_id and h.id = e.channel_id
              where e.client_id = '{KeyOf(Client)}'
              group by h.name, e.line
              having sum(e.client_amount) <> 0) l
            """
        );
        return lines is string text ? text.Split(',') : [];
    }

    public async Task CheckAsync()
    {
        await using var session = await App.Database.ReadAsync(App.Alpha.Tenant);
        Assert.Empty(await LedgerCheck.RunAsync(session, default));
    }

    public static Guid KeyOf(string id) => Isolation.IsolationWorld.KeyOf(id);
}
