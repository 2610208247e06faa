namespace AgencyRoi.Tests.Portfolio.ClientGroups;

/// <summary>A token sees of a group its own clients, and a group without any of these is not there.</summary>
public sealed class ClientGroupIsolationTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task A_restricted_token_sees_its_own_clients_of_a_group_and_no_other_group()
    {
        var (own, other) = (await app.ClientAsync(app.Alpha, "Own"), await app.ClientAsync(app.Alpha, "Other"));
        var shared = await app.GroupAsync(app.Alpha, "Shared", own, other);
        var hidden = await app.GroupAsync(app.Alpha, "Hidden", other);
        var empty = await app.GroupAsync(app.Alpha, "Empty");
        var restricted = await app.RestrictedTokenAsync(app.Alpha, own);

        var seen = (await app.ReadGroupAsync(restricted, shared.Text("id")))!.Value;

        Assert.Equal([own], seen.Clients());
        Assert.Equal(1, seen.GetProperty("clients").GetProperty("totalCount").GetInt32());
        Assert.Equal(["Shared"], await app.GroupNamesAsync(restricted));
        Assert.Equal(["Shared"], await app.GroupNamesAsync(restricted, new { name = new { startsWith = "" } }));
        Assert.Null(await app.ReadGroupAsync(restricted, hidden.Text("id")));
        Assert.Null(await app.ReadGroupAsync(restricted, empty.Text("id")));
        Assert.Equal(1, await CountAsync(restricted));
    }

    [Fact]
    public async Task It_changes_none_not_even_one_that_is_all_its_own()
    {
        var own = await app.ClientAsync(app.Alpha);
        var group = await app.GroupAsync(app.Alpha, "All its own", own);
        var issued = await app.DoAsync(
            app.Alpha.OwnerToken,
            "tokens/CreateApiToken",
            new
            {
                role = "OWNER",
                label = TokenLabel.Another("of one client"),
                clientIds = new[] { own },
            }
        );
        var restricted = issued.Text("token");
        var archive = new { id = group.Text("id"), version = 1 };

        Assert.Equal(["FORBIDDEN"], await app.RefusalAsync(restricted, "client-groups/CreateClientGroup", new { name = "Mine" }));
        Assert.Equal(["FORBIDDEN"], await app.RefusalAsync(restricted, "client-groups/UpdateClientGroup", Groups.Change(group)));
        Assert.Equal(["FORBIDDEN"], await app.RefusalAsync(restricted, "client-groups/ArchiveClientGroup", archive));
    }

    [Fact]
    public async Task Another_agency_s_group_is_not_there()
    {
        var client = await app.ClientAsync(app.Alpha);
        var group = await app.GroupAsync(app.Alpha, "Alpha's", client);
        var archive = new { id = group.Text("id"), version = 1 };

        Assert.Null(await app.ReadGroupAsync(app.Beta.OwnerToken, group.Text("id")));
        Assert.DoesNotContain("Alpha's", await app.GroupNamesAsync(app.Beta.OwnerToken));
        Assert.Equal(
            ["NOT_FOUND input.id"],
            await app.RefusalAsync(app.Beta.OwnerToken, "client-groups/UpdateClientGroup", Groups.Change(group))
        );
        Assert.Equal(["NOT_FOUND input.id"], await app.RefusalAsync(app.Beta.OwnerToken, "client-groups/ArchiveClientGroup", archive));
    }

    [Fact]
    public async Task A_portal_knows_of_no_groups()
    {
        foreach (var document in new[] { "{ clientGroups { nodes { id } } }", "{ clients { nodes { groups { nodes { id } } } } }" })
        {
            var answer = await app.AskAsync(app.Alpha.PortalToken, document);

            Assert.Equal("VALIDATION_ERROR", answer.List("errors")[0].GetProperty("extensions").Text("code"));
        }
    }

    [Fact]
    public async Task An_analyst_makes_no_groups()
    {
        var answer = await app.AnswerAsync(
            app.Alpha.AnalystToken,
            "client-groups/CreateClientGroup",
            new { input = new { name = "An analyst's" } }
        );

        Assert.Equal("FORBIDDEN", answer.List("errors")[0].GetProperty("extensions").Text("code"));
        Assert.DoesNotContain("An analyst's", await app.GroupNamesAsync(app.Alpha.OwnerToken));
    }

    private async Task<int> CountAsync(string token) =>
        (await app.AskAsync(token, "{ clientGroups { totalCount } }"))
            .GetProperty("data")
            .GetProperty("clientGroups")
            .GetProperty("totalCount")
            .GetInt32();
}
