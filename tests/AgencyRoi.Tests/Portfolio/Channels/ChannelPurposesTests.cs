using System.Text.Json;

namespace AgencyRoi.Tests.Portfolio.Channels;

/// <summary>A channel names the purposes that it serves.</summary>
public sealed class ChannelPurposesTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task They_are_given_with_the_channel_replaced_as_a_whole_and_shown_from_both_sides()
    {
        var client = await app.ClientAsync(app.Alpha);
        var (care, ideas) = (await app.PurposeAsync(app.Alpha, client), await app.PurposeAsync(app.Alpha, client));

        var created = await app.DoAsync(app.Alpha.StaffToken, "channels/CreateChannel", New(client, care, care));
        var both = await UpdateAsync(created, [ideas, care]);
        var kept = await app.DoAsync(
            app.Alpha.StaffToken,
            "channels/UpdateChannel",
            new
            {
                id = both.Text("id"),
                version = both.Long("version"),
                name = "Renamed",
            }
        );
        var of = await ChannelsOfAsync(ideas);
        var none = await UpdateAsync(kept, []);

        Assert.Equal([care], Purposes(created));
        Assert.Equivalent(new[] { care, ideas }, Purposes(both), strict: true);
        Assert.Equal(2, both.Long("version"));
        Assert.Equal(Purposes(both), Purposes(kept));
        Assert.Equal([created.Text("id")], of);
        Assert.Empty(Purposes(none));
        Assert.Empty(await ChannelsOfAsync(ideas));
    }

    [Fact]
    public async Task Only_purposes_of_its_own_client_and_not_too_many()
    {
        var (client, sister) = (await app.ClientAsync(app.Alpha), await app.ClientAsync(app.Alpha));
        var own = await app.PurposeAsync(app.Alpha, client);
        var sisters = await app.PurposeAsync(app.Alpha, sister);
        var foreign = await app.PurposeAsync(app.Beta, await app.ClientAsync(app.Beta, currency: "EUR"));

        Assert.Equal(["NOT_FOUND input.purposeIds"], await RefusedAsync(New(client, own, sisters)));
        Assert.Equal(["NOT_FOUND input.purposeIds"], await RefusedAsync(New(client, own, foreign)));
        Assert.Equal(["NOT_FOUND input.clientId"], await RefusedAsync(New("bm9uc2Vuc2U=", own)));
        Assert.Equal(["BAD_INPUT input.purposeIds"], await RefusedAsync(New(client, [.. Enumerable.Repeat(own, 21)])));
        Assert.Empty(await ChannelsOfAsync(own));
    }

    private static object New(string clientId, params string[] purposeIds) =>
        new
        {
            clientId,
            networkCode = "FACEBOOK",
            name = "Page",
            ownership = "OWNED",
            role = "CARE",
            runByAgency = true,
            purposeIds,
        };

    private Task<JsonElement> UpdateAsync(JsonElement channel, string[] purposeIds) =>
        app.DoAsync(
            app.Alpha.StaffToken,
            "channels/UpdateChannel",
            new
            {
                id = channel.Text("id"),
                version = channel.Long("version"),
                purposeIds,
            }
        );

    private Task<string[]> RefusedAsync(object input) => app.RefusalAsync(app.Alpha.StaffToken, "channels/CreateChannel", input);

    private async Task<string[]> ChannelsOfAsync(string purpose) =>
        [
            .. (await app.SendAsync(app.Alpha.OwnerToken, "goals/Purpose", new { id = purpose }))
                .GetProperty("node")
                .List("channels")
                .Select(channel => channel.Text("id")),
        ];

    private static string[] Purposes(JsonElement channel) => [.. channel.List("purposes").Select(purpose => purpose.Text("id"))];
}
