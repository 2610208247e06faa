using AgencyRoi.Tests.Terms.People;

namespace AgencyRoi.Tests.RandomOperations;

/// <summary>A client with everything that a fact can belong to.</summary>
internal sealed record RandomClient(string Id, string Reference, string[] Channels, string Campaign, string[] Goals);

/// <summary>An agency with three clients of three currencies, people of whom some have no rate, and rates between the currencies.</summary>
internal sealed record RandomAgency(TestAgency Agency, RandomClient[] Clients, string House, string[] People)
{
    public static readonly string[] Currencies = ["USD", "EUR", "GBP"];
    public static readonly string[] Months = ["2025-01", "2025-02", "2025-03", "2025-04"];

    public static async Task<RandomAgency> CreateAsync(AgencyApp app, TestAgency agency)
    {
        var clients = new List<RandomClient>();
        foreach (var currency in Currencies)
            clients.Add(await ClientAsync(app, agency, currency));
        return await CreateAsync(app, agency, [.. clients]);
    }

    /// <summary>Seen with one new client and new people, whom nothing concerns that was entered before.</summary>
    public static async Task<RandomAgency> AloneAsync(AgencyApp app, TestAgency agency, string currency = "EUR") =>
        await CreateAsync(app, agency, await ClientAsync(app, agency, currency));

    private static async Task<RandomAgency> CreateAsync(AgencyApp app, TestAgency agency, params RandomClient[] clients)
    {
        foreach (var month in Months)
        foreach (var (one, other, rate) in Pairs())
            await app.RateAsync(agency, one, other, rate, month + "-01", "MONTH");
        string[] people =
        [
            await app.PersonAsync(agency, "Ada"),
            await app.PersonAsync(agency, "Bo", "MANAGEMENT"),
            await app.PersonAsync(agency, "Cy"),
        ];
        await app.HourlyRateAsync(agency, Workforce.NewRate(41.37m, "PERSON", people[0], to: "2025-02-15"));
        await app.HourlyRateAsync(agency, Workforce.NewRate(12.5m, "PERSON", people[0], kind: "OVERHEAD", currency: "EUR"));
        var answer = await app.AskAsync(
            agency.StaffToken,
            "{ clients(includeHouse: true, where: { kind: { eq: HOUSE } }) { nodes { id } } }"
        );
        return new(agency, clients, answer.GetProperty("data").GetProperty("clients").List("nodes").Single().Text("id"), people);
    }

    /// <summary>All pairs, none of which is another's exact inverse.</summary>
    public static IEnumerable<(string Base, string Quote, decimal Rate)> Pairs()
    {
        var worth = new Dictionary<string, decimal>
        {
            ["USD"] = 1m,
            ["EUR"] = 1.0837m,
            ["GBP"] = 1.2719m,
        };
        return from one in Currencies
            from other in Currencies
            where one != other
            select (one, other, decimal.Round(worth[one] / worth[other], 6));
    }

    private static async Task<RandomClient> ClientAsync(AgencyApp app, TestAgency agency, string currency)
    {
        var reference = $"random-{currency}-{Guid.NewGuid():N}";
        var created = await app.DoAsync(agency.StaffToken, "clients/CreateClient", Clientele.NewClient(reference, currency, reference));
        var id = created.Text("id");
        return new(
            id,
            reference,
            [await app.ChannelAsync(agency, id, "One"), await app.ChannelAsync(agency, id, "Two")],
            await app.CampaignAsync(agency, id, "Spring"),
            [
                await app.PricedGoalAsync(agency, id, 7.77m, currency: currency),
                await app.PricedGoalAsync(agency, id, 3.333m, "SERVICE_SAVINGS", "B"),
                await app.PricedGoalAsync(agency, id, 19.99m, "RELATIONSHIPS", "D", currency: "GBP"),
            ]
        );
    }
}
