namespace AgencyRoi.Tests.Portfolio.Clients;

public sealed class ClientQueriesTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task Pages_follow_each_other_in_the_order_asked_for()
    {
        foreach (var name in new[] { "Delta", "Alpha", "Charlie", "Bravo", "Echo" })
            await app.ClientAsync(app.Alpha, name);
        var seen = new List<string>();
        string? after = null;

        do
        {
            var page = (
                await app.SendAsync(
                    app.Alpha.OwnerToken,
                    "clients/Clients",
                    new
                    {
                        first = 2,
                        after,
                        order = new[] { new { name = "DESC" } },
                    }
                )
            ).GetProperty("clients");
            Assert.Equal(5, page.GetProperty("totalCount").GetInt32());
            seen.AddRange(page.GetProperty("nodes").EnumerateArray().Select(client => client.Text("name")));
            after = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean()
                ? page.GetProperty("pageInfo").Text("endCursor")
                : null;
        } while (after is not null);

        Assert.Equal(["Echo", "Delta", "Charlie", "Bravo", "Alpha"], seen);
    }

    [Fact]
    public async Task A_filter_takes_words_from_several_fields()
    {
        await app.ClientAsync(app.Beta, "North Bakery", "EUR");
        await app.ClientAsync(app.Beta, "South Bakery", "USD");

        var found = await app.SendAsync(
            app.Beta.OwnerToken,
            "clients/Clients",
            new { where = new { name = new { contains = "Bakery" }, currency = new { @in = new[] { "EUR", "GBP" } } } }
        );

        Assert.Equal("North Bakery", Assert.Single(found.GetProperty("clients").GetProperty("nodes").EnumerateArray()).Text("name"));
    }
}
