using System.Text.Json;

namespace AgencyRoi.Tests.Portfolio.Campaigns;

public sealed class MoveCampaignTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task A_campaign_moves_with_everything_below_it_and_never_below_itself()
    {
        var clientId = await app.ClientAsync(app.Alpha);
        var top = await app.CampaignAsync(app.Alpha, clientId, "Top");
        var middle = await app.CampaignAsync(app.Alpha, clientId, "Middle", top);
        var bottom = await app.CampaignAsync(app.Alpha, clientId, "Bottom", middle);

        Assert.Equal(["CAMPAIGN_CYCLE input.parentId"], await RefusedAsync(top, 1, bottom));
        Assert.Equal(["CAMPAIGN_CYCLE input.parentId"], await RefusedAsync(top, 1, top));
        var moved = await app.DoAsync(
            app.Alpha.StaffToken,
            "campaigns/MoveCampaign",
            new
            {
                id = middle,
                version = 1,
                parentId = (string?)null,
            }
        );
        var below = await app.DoAsync(
            app.Alpha.StaffToken,
            "campaigns/MoveCampaign",
            new
            {
                id = top,
                version = 1,
                parentId = bottom,
            }
        );

        Assert.Equal(JsonValueKind.Null, moved.GetProperty("parent").ValueKind);
        Assert.Equal("Bottom", below.GetProperty("parent").Text("name"));
        Assert.Equal(["CONFLICT input.version"], await RefusedAsync(middle, 1, top));
    }

    [Fact]
    public async Task Two_moves_at_once_do_not_close_a_circle()
    {
        var clientId = await app.ClientAsync(app.Alpha, "Busy");
        for (var round = 0; round < 5; round++)
        {
            var one = await app.CampaignAsync(app.Alpha, clientId, $"One {round}");
            var two = await app.CampaignAsync(app.Alpha, clientId, $"Two {round}");

            await Task.WhenAll(MoveAsync(one, two), MoveAsync(two, one));

            var parents = await Task.WhenAll(ParentAsync(one), ParentAsync(two));
            Assert.Single(parents, parent => parent.ValueKind == JsonValueKind.Null);
        }
    }

    private Task<JsonElement> MoveAsync(string id, string parentId) =>
        app.SendAsync(
            app.Alpha.StaffToken,
            "campaigns/MoveCampaign",
            new
            {
                input = new
                {
                    id,
                    version = 1,
                    parentId,
                },
            }
        );

    private async Task<JsonElement> ParentAsync(string id) =>
        (await app.SendAsync(app.Alpha.OwnerToken, "campaigns/Campaign", new { id })).GetProperty("node").GetProperty("parent");

    private Task<string[]> RefusedAsync(string id, long version, string parentId) =>
        app.RefusalAsync(
            app.Alpha.StaffToken,
            "campaigns/MoveCampaign",
            new
            {
                id,
                version,
                parentId,
            }
        );
}
