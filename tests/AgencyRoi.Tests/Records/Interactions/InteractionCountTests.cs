using System.Text.Json;
using AgencyRoi.Metrics;
using AgencyRoi.Records.Interactions;
using AgencyRoi.Tests.Recording.Imports;

namespace AgencyRoi.Tests.Records.Interactions;

/// <summary>Interactions are recorded by their kind or by a network's word for it, and are never value.</summary>
public sealed class InteractionCountTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private const string Header = "client,external_reference,date,channel,post,topic,kind,network_term,quantity,with_onward_step,is_paid\n";

    [Fact]
    public async Task A_networks_word_is_read_as_the_kind_that_it_means_on_this_network()
    {
        var client = await app.ClientAsync(app.Alpha);
        var instagram = await app.ChannelAsync(app.Alpha, client, "Pictures", networkCode: "INSTAGRAM");
        var tiktok = await app.ChannelAsync(app.Alpha, client, "Films", networkCode: "TIKTOK");

        // A favourite is a like by common usage, and on TikTok something kept.
        Assert.Equal("LIKE", await KindAsync(client, instagram, new { networkTerm = "Favourites" }));
        Assert.Equal("SAVE", await KindAsync(client, tiktok, new { networkTerm = "favourites" }));
        Assert.Equal("CLICK", await KindAsync(client, instagram, new { networkTerm = " Profile-Visits " }));
        Assert.Equal("SHARE", await KindAsync(client, tiktok, new { networkTerm = "duet", kind = "SHARE" }));
        Assert.Equal("VOTE", await KindAsync(client, tiktok, new { networkTerm = "gift", kind = "VOTE" }));
    }

    [Fact]
    public async Task A_word_that_is_unknown_or_means_another_kind_is_refused_with_what_to_do()
    {
        var client = await app.ClientAsync(app.Alpha);
        var channel = await app.ChannelAsync(app.Alpha, client, "Pictures", networkCode: "INSTAGRAM");

        Assert.Equal(["BAD_INPUT input.networkTerm"], await RefusalAsync(client, channel, new { networkTerm = "gift" }));
        // A duet is known, and not on Instagram.
        Assert.Equal(["BAD_INPUT input.networkTerm"], await RefusalAsync(client, channel, new { networkTerm = "duet" }));
        Assert.Equal(["BAD_INPUT input.networkTerm"], await RefusalAsync(client, channel, new { networkTerm = "share", kind = "LIKE" }));
        Assert.Equal(["BAD_INPUT input.kind"], await RefusalAsync(client, channel, new { isPaid = true }));
    }

    [Fact]
    public async Task What_cannot_be_counted_is_refused_at_its_field()
    {
        var client = await app.ClientAsync(app.Alpha);
        var channel = await app.ChannelAsync(app.Alpha, client);
        var others = await app.ChannelAsync(app.Alpha, await app.ClientAsync(app.Alpha));

        Assert.Equal(["BAD_INPUT input.quantity"], await RefusalAsync(client, channel, new { kind = "LIKE" }, 1.5m));
        Assert.Equal(["NEGATIVE_AMOUNT input.quantity"], await RefusalAsync(client, channel, new { kind = "LIKE" }, -1m));
        Assert.Equal(["BAD_INPUT input.withOnwardStep"], await RefusalAsync(client, channel, new { kind = "LIKE", withOnwardStep = 11m }));
        Assert.Equal(["NOT_FOUND input.channelId"], await RefusalAsync(client, others, new { kind = "LIKE" }));
    }

    [Fact]
    public async Task A_file_says_kinds_and_words_and_the_same_file_again_changes_nothing()
    {
        var client = await app.ClientAsync(app.Alpha);
        var channel = await app.ChannelAsync(app.Alpha, client, "Pictures", networkCode: "INSTAGRAM");
        var file =
            $"{Header}{client},1,2025-03-01,{channel},p-1,Bread,SHARE,,40,6,\n{client},2,2025-03-02,{channel},p-1,Bread,,saved,7,,true\n"
            + $"{client},3,2025-03-03,{channel},p-1,Bread,,gift,7,,\n{client},4,2025-03-04,,p-1,Bread,LIKE,,7,,\n";

        var report = await app.ImportAsync(app.Alpha.StaffToken, "interactions", file);
        var again = await app.ImportAsync(app.Alpha.StaffToken, "interactions", file);
        var nodes = (await app.SendAsync(app.Alpha.StaffToken, "interactions/Interactions", new { client }))
            .GetProperty("client")
            .GetProperty("interactionCounts")
            .List("nodes");

        Assert.Equal((2, 0, 0, 2), report.Counts());
        Assert.Equal((0, 0, 2, 2), again.Counts());
        Assert.Equal(["4 network_term BAD_INPUT", "5 channel BAD_INPUT"], report.Errors());
        Assert.Equal(
            ["2025-03-02 SAVE saved 7  True", "2025-03-01 SHARE  40 6 False"],
            nodes.Select(row =>
                string.Join(
                    ' ',
                    new[] { "occurredOn", "kind", "networkTerm", "quantity", "withOnwardStep", "isPaid" }.Select(name =>
                        $"{row.GetProperty(name)}"
                    )
                )
            )
        );
    }

    [Fact]
    public async Task Interactions_move_no_return()
    {
        var client = await app.ClientAsync(app.Alpha);
        var channel = await app.ChannelAsync(app.Alpha, client);
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client, 50m, channelId: channel));
        var before = (await app.RoiAsync(app.Alpha, client)).ToString();

        await RecordAsync(client, channel, new { kind = "SHARE" }, 1_000_000m);

        Assert.Equal(before, (await app.RoiAsync(app.Alpha, client)).ToString());
    }

    [Fact]
    public async Task The_map_of_words_has_each_word_of_a_network_once_and_only_networks_of_the_catalogue()
    {
        var terms = (await app.SendAsync(app.Alpha.StaffToken, "interactions/InteractionTerms", new { })).List("interactionTerms");
        var networks = (await app.AskAsync(app.Alpha.StaffToken, "{ networks { code } }")).GetProperty("data").List("networks");

        Assert.Equal(terms.Length, terms.Select(term => $"{term.GetProperty("networkCode")} {term.Text("term")}").Distinct().Count());
        Assert.Empty(
            terms
                .Select(term => term.GetProperty("networkCode").GetString())
                .OfType<string>()
                .Except(networks.Select(network => network.Text("code")))
        );
        // Every kind can be said by a word that all networks use.
        Assert.Empty(
            EnumCode
                .All<InteractionKind>()
                .Except(terms.Where(term => term.GetProperty("networkCode").GetString() is null).Select(term => term.Text("kind")))
        );
    }

    private async Task<string> KindAsync(string client, string channel, object more) =>
        (await RecordAsync(client, channel, more)).Text("kind");

    private Task<JsonElement> RecordAsync(string client, string channel, object more, decimal quantity = 10m) =>
        app.DoAsync(app.Alpha.StaffToken, "interactions/RecordInteractionCount", Of(client, channel, more, quantity));

    private Task<string[]> RefusalAsync(string client, string channel, object more, decimal quantity = 10m) =>
        app.RefusalAsync(app.Alpha.StaffToken, "interactions/RecordInteractionCount", Of(client, channel, more, quantity));

    private static Dictionary<string, object?> Of(string clientId, string channelId, object more, decimal quantity) =>
        more.GetType()
            .GetProperties()
            .ToDictionary(property => property.Name, property => property.GetValue(more))
            .Concat([new("clientId", clientId), new("channelId", channelId), new("occurredOn", "2025-03-10"), new("quantity", quantity)])
            .ToDictionary();
}
