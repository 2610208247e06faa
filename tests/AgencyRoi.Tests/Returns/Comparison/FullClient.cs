namespace AgencyRoi.Tests.Returns.Comparison;

/// <summary>A client with something of everything: all lines and bases that facts make, costs of several categories, corrections, a refund.</summary>
internal static class FullClient
{
    public static async Task<string> FullClientAsync(this AgencyApp app, TestAgency agency, string name = "Full")
    {
        var client = await app.ClientAsync(agency, name);
        var page = await app.ChannelAsync(agency, client, "Page");
        var shop = await app.ChannelAsync(agency, client, "Shop");
        var program = await app.CampaignAsync(agency, client, "Program");
        var spring = await app.CampaignAsync(agency, client, "Spring", program);
        var enquiries = await app.PricedGoalAsync(agency, client, 5m, name: "Enquiries");
        var answers = await app.PricedGoalAsync(agency, client, 3.3333m, "SERVICE_SAVINGS", "B", "Answers");
        var helped = await app.PricedGoalAsync(agency, client, 7m, "INDIRECT_SALES", "C", "Helped sales");
        var visits = await app.PricedGoalAsync(agency, client, 1.1m, "TRAFFIC", "D", "Calls");

        await app.CostAsync(agency, Bookkeeping.NewCost(client, 333.3333m, "2024-12-31", channelId: page));
        await app.CostAsync(agency, Bookkeeping.NewCost(client, 100.005m, "2025-01-01", channelId: page, campaignId: program));
        await app.CostAsync(
            agency,
            Bookkeeping.NewCost(client, 49.99m, "2025-02-28", category: "CONTENT", campaignId: spring, goalId: answers)
        );
        await app.CostAsync(agency, Bookkeeping.NewCost(client, 500m, "2025-03-31", category: "AGENCY_FEE"));
        await app.CostAsync(agency, Bookkeeping.NewCost(client, 80m, "2025-03-31", category: "STAFF_TIME", paidBy: "AGENCY"));
        await app.CostAsync(agency, Bookkeeping.NewCost(client, 60m, "2025-05-05", category: "PLATFORM", externalReference: "corrected"));
        await app.CostAsync(agency, Bookkeeping.NewCost(client, 66m, "2025-05-06", category: "PLATFORM", externalReference: "corrected"));

        await app.RecordOutcomeAsync(agency, enquiries, 12m, "2025-01-31", spring, page);
        await app.RecordOutcomeAsync(agency, answers, 41m, "2025-02-01", channelId: page);
        await app.RecordOutcomeAsync(agency, helped, 9m, "2025-04-15", program);
        await app.RecordOutcomeAsync(agency, visits, 1000m, "2025-06-30", channelId: shop);
        var sale = await app.SaleAsync(agency, Bookkeeping.NewSale(client, 250.55m, "2025-03-15", channelId: shop, campaignId: spring));
        await app.RefundAsync(agency, Bookkeeping.NewRefund(sale.Text("id"), 50.11m, "2025-07-01"));
        await app.SaleAsync(agency, Bookkeeping.NewSale(client, 999m, "2025-03-15"));
        return client;
    }
}
