using System.Text.Json;
using AgencyRoi.Tests.Recording.Imports;

namespace AgencyRoi.Tests.Records.Paths;

/// <summary>Paths come in by mutation and by file, and each touch of them is of a channel of their client.</summary>
public sealed class JourneyPathTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task A_path_of_a_file_names_channels_by_reference_and_id_and_direct_visits()
    {
        var world = await PathWorld.CreateAsync(app);

        var report = await world.ImportAsync(
            $"blog > (direct) >{world.Channels["mail"]}>blog,2.5,40.5,USD,3",
            "direct,0,,,7",
            "Direct > DIRECT > (Direct),1,,,"
        );

        Assert.Equal((3, 0, 0, 0), report.Counts());
        Assert.Equal(
            ["p-1 blog direct mail blog 2.5 40.5 USD 3", "p-2 direct 0  7", "p-3 direct direct direct 1  0"],
            await PathsAsync(world)
        );
    }

    [Fact]
    public async Task A_path_is_recorded_corrected_and_taken_back()
    {
        var world = await PathWorld.CreateAsync(app);
        var (blog, mail) = (world.Channels["blog"], world.Channels["mail"]);

        var path = await app.DoAsync(app.Alpha.StaffToken, "paths/RecordJourneyPath", world.Path([blog, null, mail]));
        Assert.Equal(["blog direct mail 1 10 USD 0"], await PathsAsync(world, withReference: false));

        path = await CorrectAsync(path, new { conversions = 4m });
        Assert.Equal(["blog direct mail 4 10 USD 0"], await PathsAsync(world, withReference: false));
        path = await CorrectAsync(path, new { touches = new[] { new { channelId = mail } } });
        Assert.Equal(["mail 4 10 USD 0"], await PathsAsync(world, withReference: false));
        Assert.Equal(["mail 4 10"], PathWorld.Rows(await world.AskAsync(new { type = "LINEAR" })));

        path = await app.DoAsync(app.Alpha.StaffToken, "paths/RetractJourneyPath", Versioned(path));

        Assert.NotEqual(JsonValueKind.Null, path.GetProperty("retractedAt").ValueKind);
        Assert.Empty(PathWorld.Rows(await world.AskAsync(new { type = "LINEAR" })));
        var read = await app.SendAsync(app.Alpha.StaffToken, "paths/JourneyPath", new { id = path.Text("id") });
        Assert.Equal(3, read.GetProperty("node").GetProperty("revision").GetInt32() - 1);

        async Task<JsonElement> CorrectAsync(JsonElement known, object change)
        {
            var input = JsonSerializer.SerializeToNode(change)!.AsObject(); // an object
            (input["id"], input["version"]) = (known.Text("id"), known.Long("version"));
            return await app.DoAsync(app.Alpha.StaffToken, "paths/CorrectJourneyPath", input);
        }
    }

    [Theory]
    [InlineData(",1,,,0", "path BAD_INPUT", "The field is empty.")]
    [InlineData("blog > > mail,1,,,0", "path BAD_INPUT", "Touch 2 of the path is empty.")]
    [InlineData("blog > mail >,1,,,0", "path BAD_INPUT", "Touch 3 of the path is empty.")]
    [InlineData("blog > secret > nobody,1,,,0", "path NOT_FOUND", "Touch 2 of the path is no channel of the client.")]
    [InlineData("Blog,1,,,0", "path NOT_FOUND", "Touch 1 of the path is no channel of the client.")]
    [InlineData("blog,0,,,0", "conversions BAD_INPUT", "A path was walked by somebody")]
    [InlineData("blog,0,5,USD,3", "value BAD_INPUT", "A path without conversions has no value")]
    [InlineData("blog,1,5,,0", "currency BAD_INPUT", "A value and its currency are given together.")]
    [InlineData("blog,1,5,EUR,0", "currency MIXED_CURRENCIES", "USD")]
    [InlineData("blog,-1,,,0", "conversions NEGATIVE_AMOUNT", "zero")]
    [InlineData("blog,1,,,-1", "nulls NEGATIVE_AMOUNT", "zero")]
    [InlineData("blog,1.00001,,,0", "conversions BAD_INPUT", "4 decimal places")]
    public async Task A_row_that_is_no_path_is_refused_and_says_where(string row, string error, string message)
    {
        var world = await PathWorld.CreateAsync(app);

        var report = await world.ImportAsync(row);

        Assert.Equal([$"2 {error}"], report.Errors());
        var told = report.List("errors")[0].Text("message");
        Assert.Contains(message, told, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secret", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_has_two_hundred_touches_and_no_more()
    {
        var world = await PathWorld.CreateAsync(app);
        string Walk(int touches) => string.Join('>', Enumerable.Repeat("blog", touches));

        var report = await world.ImportAsync($"{Walk(200)},1,,,0", $"{Walk(201)},1,,,0", $"{Walk(20_000)},1,,,0");

        Assert.Equal(["3 path BAD_INPUT", "4 path BAD_INPUT"], report.Errors());
        Assert.Equal(["blog 1 0"], PathWorld.Rows(await world.AskAsync(new { type = "LINEAR" })));
        var blog = world.Channels["blog"];
        Assert.Equal(["BAD_INPUT input.touches"], await RefusedAsync(world.Path(Enumerable.Repeat<string?>(blog, 201))));
        Assert.Equal(["BAD_INPUT input.touches"], await RefusedAsync(world.Path([])));
    }

    [Fact]
    public async Task Another_clients_channel_is_in_no_path()
    {
        var world = await PathWorld.CreateAsync(app);
        var other = await PathWorld.CreateAsync(app, "theirs");
        var (mine, theirs) = (world.Channels["blog"], other.Channels["theirs"]);

        var report = await world.ImportAsync($"blog > {theirs},1,,,0", "theirs,1,,,0");

        Assert.Equal(["2 path NOT_FOUND", "3 path NOT_FOUND"], report.Errors());
        Assert.Equal(["NOT_FOUND input.touches.1.channelId"], await RefusedAsync(world.Path([mine, theirs])));
        Assert.Equal(["MIXED_CURRENCIES input.currency"], await RefusedAsync(world.Path([mine], currency: "EUR")));
    }

    [Fact]
    public async Task A_token_for_other_clients_records_and_reads_no_path()
    {
        var world = await PathWorld.CreateAsync(app);
        var other = await PathWorld.CreateAsync(app);
        await world.ImportAsync("blog,1,,,0");
        var restricted = await app.RestrictedTokenAsync(app.Alpha, other.Client);

        var report = await world.ImportAsAsync(restricted, "blog,2,,,0");
        var refused = await app.RefusalAsync(restricted, "paths/RecordJourneyPath", world.Path([world.Channels["blog"]]));
        var read = await app.SendAsync(restricted, "paths/JourneyPaths", new { client = world.Client });
        var asked = await app.SendAsync(restricted, "journeys/Attribution", world.Question("CHANNEL", "PATHS", new { type = "LINEAR" }));

        Assert.Equal(["2 client NOT_FOUND"], report.Errors());
        Assert.Equal(["NOT_FOUND input.clientId"], refused);
        Assert.Equal(JsonValueKind.Null, read.GetProperty("client").ValueKind);
        Assert.Equal(JsonValueKind.Null, asked.GetProperty("client").ValueKind);
    }

    private Task<string[]> RefusedAsync(object path) => app.RefusalAsync(app.Alpha.StaffToken, "paths/RecordJourneyPath", path);

    private static object Versioned(JsonElement path) => new { id = path.Text("id"), version = path.Long("version") };

    private async Task<string[]> PathsAsync(PathWorld world, bool withReference = true)
    {
        var read = await app.SendAsync(app.Alpha.StaffToken, "paths/JourneyPaths", new { client = world.Client });
        return [.. read.GetProperty("client").GetProperty("journeyPaths").List("nodes").Select(Text).Order(StringComparer.Ordinal)];

        string Text(JsonElement path) =>
            (withReference ? $"{path.Text("externalReference")} " : "")
            + string.Join(' ', path.List("touches").Select(PathWorld.NameOf))
            + $" {path.GetProperty("conversions").GetDecimal():0.####} "
            + (
                path.GetProperty("value") is { ValueKind: JsonValueKind.Object } value
                    ? $"{value.GetProperty("amount").GetDecimal():0.####} {value.Text("currencyCode")}"
                    : ""
            )
            + $" {path.GetProperty("nulls").GetDecimal():0.####}";
    }
}
