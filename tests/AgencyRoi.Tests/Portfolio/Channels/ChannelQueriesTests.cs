namespace AgencyRoi.Tests.Portfolio.Channels;

public sealed class ChannelQueriesTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task The_channels_of_several_clients_are_paged_each_by_itself()
    {
        foreach (var client in new[] { "One", "Two" })
        {
            var clientId = await app.ClientAsync(app.Alpha, client);
            foreach (var channel in new[] { "c", "a", "d", "b" })
                await app.ChannelAsync(app.Alpha, clientId, $"{client} {channel}");
        }
        await app.ClientAsync(app.Alpha, "Without any");

        var first = await PagesAsync(null);
        var second = await PagesAsync(first[0].After);

        Assert.Equal(["4: One a, One b, more", "4: Two a, Two b, more", "0: "], first.Select(page => page.Text));
        Assert.Equal("4: One c, One d", second[0].Text);
    }

    private async Task<List<(string Text, string? After)>> PagesAsync(string? after)
    {
        var answer = await app.AskAsync(
            app.Alpha.OwnerToken,
            """
            query Q($after: String) {
              clients { nodes { channels(first: 2, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { name } } } }
            }
            """,
            new { after }
        );
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return
        [
            .. answer
                .GetProperty("data")
                .GetProperty("clients")
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(client => client.GetProperty("channels"))
                .Select(page =>
                {
                    var names = page.GetProperty("nodes").EnumerateArray().Select(channel => channel.Text("name")).ToList();
                    if (page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
                        names.Add("more");
                    return (
                        $"{page.GetProperty("totalCount")}: {string.Join(", ", names)}",
                        page.GetProperty("pageInfo").GetProperty("endCursor").GetString()
                    );
                }),
        ];
    }
}
