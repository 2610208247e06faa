using System.Text.Json;

namespace AgencyRoi.Tests.Portfolio.Clients;

public sealed class ArchiveClientTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task An_archived_client_stays_and_can_be_left_out_by_a_filter()
    {
        var id = await app.ClientAsync(app.Alpha, "Former");
        await app.ClientAsync(app.Alpha, "Present");

        var archived = await app.DoAsync(app.Alpha.StaffToken, "clients/ArchiveClient", new { id, version = 1 });
        var again = await app.DoAsync(app.Alpha.StaffToken, "clients/ArchiveClient", new { id, version = 2 });
        var present = await app.SendAsync(
            app.Alpha.OwnerToken,
            "clients/Clients",
            new { where = new { archivedAt = new { eq = (string?)null } } }
        );

        Assert.Equal("2026-01-15T10:00:00Z", archived.Text("archivedAt"));
        Assert.Equal(archived.ToString(), again.ToString());
        Assert.Equal("Present", Assert.Single(present.GetProperty("clients").GetProperty("nodes").EnumerateArray()).Text("name"));
    }

    [Fact]
    public async Task The_house_account_cannot_be_archived()
    {
        await app.ClientAsync(app.Beta);
        var all = await app.SendAsync(
            app.Beta.OwnerToken,
            "clients/Clients",
            new { includeHouse = true, where = new { kind = new { eq = "HOUSE" } } }
        );
        var house = Assert.Single(all.GetProperty("clients").GetProperty("nodes").EnumerateArray());

        Assert.Equal(
            ["BAD_INPUT input.id"],
            await app.RefusalAsync(app.Beta.StaffToken, "clients/ArchiveClient", new { id = house.Text("id"), version = 1 })
        );
        Assert.Equal(JsonValueKind.Null, house.GetProperty("archivedAt").ValueKind);
    }
}
