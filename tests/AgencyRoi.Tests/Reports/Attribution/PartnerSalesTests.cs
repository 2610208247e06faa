using AgencyRoi.Tests.Records.Journeys;

namespace AgencyRoi.Tests.Reports.Attribution;

public sealed class PartnerSalesTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task Conversions_are_told_apart_by_partner()
    {
        var world = await JourneyWorld.CreateAsync(app);
        var sale = await world.SaleAsync(100m, contactReference: null, partner: "agent-7");
        await world.SaleAsync(30m, contactReference: null, partner: "shop-1");
        await world.SaleAsync(5m, contactReference: null);
        await app.RefundAsync(
            app.Alpha,
            new
            {
                saleId = sale,
                occurredOn = "2025-04-01",
                amount = 40m,
            }
        );

        var rows = (
            await app.SendAsync(
                app.Alpha.StaffToken,
                "journeys/PartnerSales",
                new { client = world.Client, period = new { from = "2025-01-01", to = "2026-01-01" } }
            )
        )
            .GetProperty("client")
            .List("partnerSales");

        Assert.Equal(
            ["agent-7 1 60", "shop-1 1 30", " 1 5"],
            rows.Select(row =>
                $"{row.GetProperty("partner")} {row.GetProperty("conversions").GetDecimal():0.##} {row.Amount("value"):0.##}"
            )
        );
    }
}
