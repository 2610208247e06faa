using System.Text.Json;

namespace AgencyRoi.Tests.Portfolio.Campaigns;

public sealed class CreateCampaignTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task A_tree_is_read_back_with_parents_and_children()
    {
        var clientId = await app.ClientAsync(app.Alpha);
        var spring = await app.CampaignAsync(app.Alpha, clientId, "Spring");
        var easter = await app.CampaignAsync(app.Alpha, clientId, "Easter", spring);
        await app.CampaignAsync(app.Alpha, clientId, "May", spring);
        await app.CampaignAsync(app.Alpha, clientId, "Eggs", easter);

        var read = await app.SendAsync(app.Alpha.OwnerToken, "campaigns/Campaigns", new { client = clientId });

        var lines = read.GetProperty("client")
            .GetProperty("campaigns")
            .GetProperty("nodes")
            .EnumerateArray()
            .Select(campaign =>
                $"{campaign.Text("name")} below {(campaign.GetProperty("parent") is { ValueKind: JsonValueKind.Object } parent ? parent.Text("name") : "nothing")}: "
                + string.Join(
                    ", ",
                    campaign.GetProperty("children").GetProperty("nodes").EnumerateArray().Select(child => child.Text("name"))
                )
            );
        Assert.Equal(
            ["Easter below Spring: Eggs", "Eggs below Easter: ", "May below Spring: ", "Spring below nothing: Easter, May"],
            lines
        );
    }

    [Fact]
    public async Task A_parent_of_another_client_does_not_exist_and_dates_are_in_order()
    {
        var own = await app.ClientAsync(app.Alpha, "Own");
        var other = await app.CampaignAsync(app.Alpha, await app.ClientAsync(app.Alpha, "Other"), "Theirs");

        Assert.Equal(
            ["NOT_FOUND input.parentId"],
            await RefusedAsync(
                new
                {
                    clientId = own,
                    kind = "POST",
                    name = "A",
                    parentId = other,
                }
            )
        );
        Assert.Equal(
            ["BAD_INPUT input.to"],
            await RefusedAsync(
                new
                {
                    clientId = own,
                    kind = "POST",
                    name = "A",
                    from = "2024-02-29",
                    to = "2024-02-29",
                }
            )
        );
    }

    private Task<string[]> RefusedAsync(object input) => app.RefusalAsync(app.Alpha.StaffToken, "campaigns/CreateCampaign", input);
}
