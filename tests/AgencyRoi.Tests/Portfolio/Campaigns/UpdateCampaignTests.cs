namespace AgencyRoi.Tests.Portfolio.Campaigns;

public sealed class UpdateCampaignTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task Dates_may_be_given_one_by_one_but_stay_in_order()
    {
        var id = await app.CampaignAsync(app.Alpha, await app.ClientAsync(app.Alpha), "Summer");

        var begun = await app.DoAsync(
            app.Alpha.StaffToken,
            "campaigns/UpdateCampaign",
            new
            {
                id,
                version = 1,
                from = "2025-06-01",
                kind = "PROGRAM",
            }
        );
        var refused = await app.RefusalAsync(
            app.Alpha.StaffToken,
            "campaigns/UpdateCampaign",
            new
            {
                id,
                version = 2,
                to = "2025-06-01",
            }
        );
        var read = (await app.SendAsync(app.Alpha.OwnerToken, "campaigns/Campaign", new { id })).GetProperty("node");

        Assert.Equal(("2025-06-01", "PROGRAM"), (begun.Text("from"), begun.Text("kind")));
        Assert.Equal(["BAD_INPUT input.to"], refused);
        Assert.Equal(begun.ToString(), read.ToString());
    }
}
