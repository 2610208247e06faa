using System.Text.Json;
using AgencyRoi.Tests.Portfolio.ClientGroups;

namespace AgencyRoi.Tests.Returns.Comparison;

public sealed class ClientGroupsByHandTests(UncachedApp app) : IClassFixture<UncachedApp>
{
    [Fact]
    public async Task Three_groups_that_overlap_by_hand()
    {
        var (a, b) = (
            await app.GroupedClientAsync(app.Alpha, "A", cost: 100m, value: 300m),
            await app.GroupedClientAsync(app.Alpha, "B", cost: 50m, value: 60m)
        );
        var (c, d) = (
            await app.GroupedClientAsync(app.Alpha, "C", cost: 33.33m, value: 10.01m),
            await app.GroupedClientAsync(app.Alpha, "D", cost: 10m, value: 5m)
        );
        var first = await app.GroupAsync(app.Alpha, "First", a, b);
        await app.GroupAsync(app.Alpha, "Second", b, c);
        var all = await app.GroupAsync(app.Alpha, "Third", c, a, b);
        await app.ArchiveGroupAsync(app.Alpha, await app.GroupAsync(app.Alpha, "Former", a));
        await app.GroupAsync(app.Alpha, "Nobody's");

        var compared = await app.CompareGroupsAsync(app.Alpha.OwnerToken);

        Assert.Equal(
            [
                ("First", 150m, 360m, 140m),
                ("Second", 83.33m, 70.01m, -15.984639m),
                ("Third", 183.33m, 370.01m, 101.827306m),
                ("No group", 10m, 5m, -50m),
            ],
            compared.List("groups").Select(GroupFigures.Of)
        );
        Assert.Equal((193.33m, 375.01m), (compared.GetProperty("totals").Amount(), compared.GetProperty("totals").Value()));
        Assert.All(compared.List("groups"), group => Assert.Equal("OVERLAPPING", group.Text("split")));
        Assert.Equal(first.Text("id"), compared.List("groups")[0].Text("key"));
        Assert.Equal(first.Text("id"), compared.List("groups")[0].GetProperty("clientGroup").Text("id"));
        Assert.Equal(JsonValueKind.Null, compared.List("groups")[3].GetProperty("clientGroup").ValueKind);
        foreach (var group in compared.List("groups"))
        foreach (var cell in group.List("cells"))
            Assert.Equal(GroupFigures.Own(compared, cell), GroupFigures.Sums(cell));
        Assert.Equal(GroupFigures.Ids(compared.List("groups")[2]).Order(), all.Clients().Order());
        Assert.Equal([d], GroupFigures.Ids(compared.List("groups")[3]));
    }
}
