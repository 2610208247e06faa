namespace AgencyRoi.Tests.Portfolio.Channels;

public sealed class CreateChannelTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task A_channel_on_a_network_of_the_agencys_own_is_read_back_as_it_was_entered()
    {
        var clientId = await app.ClientAsync(app.Alpha);
        await app.DoAsync(
            app.Alpha.StaffToken,
            "channels/CreateNetwork",
            new
            {
                code = "MARKET_STALL",
                name = "Stall",
                kind = "EVENT",
            }
        );

        var created = await app.DoAsync(
            app.Alpha.StaffToken,
            "channels/CreateChannel",
            new
            {
                clientId,
                networkCode = "MARKET_STALL",
                name = "Saturday stall",
                ownership = "OWNED",
                role = "CONVERSION",
                runByAgency = false,
                handle = "@stall",
                url = "https://stall.example/a?b=1",
                externalReference = "ch-1",
            }
        );
        var read = (await app.SendAsync(app.Alpha.OwnerToken, "channels/Channel", new { id = created.Text("id") })).GetProperty("node");

        Assert.Equal(created.ToString(), read.ToString());
        Assert.Equal(
            ("MARKET_STALL", true),
            (read.GetProperty("network").Text("code"), read.GetProperty("network").GetProperty("isOwn").GetBoolean())
        );
        Assert.Equal(clientId, read.GetProperty("client").Text("id"));
    }

    [Fact]
    public async Task What_it_belongs_to_must_be_there()
    {
        var clientId = await app.ClientAsync(app.Alpha, "Somebody");

        Assert.Equal(["NOT_FOUND input.networkCode"], await RefusedAsync(New(clientId, "NO_SUCH_NETWORK")));
        Assert.Equal(["NOT_FOUND input.clientId"], await RefusedAsync(New("bm9uc2Vuc2U=", "LINKEDIN")));
        Assert.Equal(["BAD_INPUT input.url"], await RefusedAsync(New(clientId, "LINKEDIN", "javascript:alert(1)")));
    }

    [Fact]
    public async Task An_external_reference_is_unique_for_its_client_alone()
    {
        var one = await app.ClientAsync(app.Alpha, "One");
        var other = await app.ClientAsync(app.Alpha, "Other");
        await app.DoAsync(app.Alpha.StaffToken, "channels/CreateChannel", New(one, "X", externalReference: "r"));

        await app.DoAsync(app.Alpha.StaffToken, "channels/CreateChannel", New(other, "X", externalReference: "r"));
        Assert.Equal(["ALREADY_EXISTS input.externalReference"], await RefusedAsync(New(one, "X", externalReference: "r")));
    }

    [Theory]
    [InlineData("facebok", " Did you mean \"FACEBOOK\"?")]
    [InlineData("TOWN_RADO", " Did you mean \"TOWN_RADIO\"?")]
    [InlineData("a network of no such name", "")]
    public async Task An_unknown_network_names_the_nearest_and_the_query_that_lists_them(string networkCode, string nearest)
    {
        var clientId = await app.ClientAsync(app.Alpha);
        await app.AnswerAsync(
            app.Alpha.OwnerToken,
            "channels/CreateNetwork",
            new
            {
                input = new
                {
                    code = "TOWN_RADIO",
                    name = "The town's radio",
                    kind = "OTHER",
                },
            }
        );

        var answer = await app.AnswerAsync(app.Alpha.StaffToken, "channels/CreateChannel", new { input = New(clientId, networkCode) });

        var error = Assert.Single(answer.GetProperty("data").GetProperty("createChannel").GetProperty("errors").EnumerateArray());
        Assert.Equal(
            $"There is no such network.{nearest} The query networks lists all, and createNetwork adds one.",
            error.Text("message")
        );
    }

    private Task<string[]> RefusedAsync(object input) => app.RefusalAsync(app.Alpha.StaffToken, "channels/CreateChannel", input);

    private static object New(string clientId, string networkCode, string? url = null, string? externalReference = null) =>
        new
        {
            clientId,
            networkCode,
            name = "Page",
            ownership = "PAID",
            role = "REACH",
            runByAgency = true,
            url,
            externalReference,
        };
}
