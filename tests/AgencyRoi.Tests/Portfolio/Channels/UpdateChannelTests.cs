using System.Text.Json;

namespace AgencyRoi.Tests.Portfolio.Channels;

public sealed class UpdateChannelTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task Role_lifecycle_and_who_runs_it_change_and_the_list_shows_it()
    {
        var clientId = await app.ClientAsync(app.Alpha);
        var id = await app.ChannelAsync(app.Alpha, clientId);
        await app.ChannelAsync(app.Alpha, clientId, "Other page");

        var changed = await UpdateAsync(
            new
            {
                id,
                version = 1,
                role = "COMMUNITY",
                lifecycle = "DECLINING",
                runByAgency = false,
                handle = "@page",
            }
        );
        var list = await app.SendAsync(
            app.Alpha.OwnerToken,
            "channels/Channels",
            new { client = clientId, where = new { lifecycle = new { eq = "DECLINING" } } }
        );

        Assert.Equal(
            ("COMMUNITY", "DECLINING", false),
            (changed.Text("role"), changed.Text("lifecycle"), changed.GetProperty("runByAgency").GetBoolean())
        );
        var channels = list.GetProperty("client").GetProperty("channels");
        Assert.Equal(1, channels.GetProperty("totalCount").GetInt32());
        Assert.Equal(changed.ToString(), Assert.Single(channels.GetProperty("nodes").EnumerateArray()).ToString());
        Assert.Equal(JsonValueKind.Null, (
                await UpdateAsync(
                    new
                    {
                        id,
                        version = 2,
                        handle = (string?)null,
                    }
                )
            ).GetProperty("handle").ValueKind);
    }

    [Fact]
    public async Task A_stale_version_is_a_conflict()
    {
        var id = await app.ChannelAsync(app.Alpha, await app.ClientAsync(app.Alpha));
        await UpdateAsync(
            new
            {
                id,
                version = 1,
                name = "New",
            }
        );

        Assert.Equal(
            ["CONFLICT input.version"],
            await app.RefusalAsync(
                app.Alpha.StaffToken,
                "channels/UpdateChannel",
                new
                {
                    id,
                    version = 1,
                    name = "Newer",
                }
            )
        );
    }

    private Task<JsonElement> UpdateAsync(object input) => app.DoAsync(app.Alpha.StaffToken, "channels/UpdateChannel", input);
}
