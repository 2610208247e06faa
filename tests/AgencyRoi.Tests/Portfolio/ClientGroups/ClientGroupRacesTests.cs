using System.Text.Json;

namespace AgencyRoi.Tests.Portfolio.ClientGroups;

/// <summary>Writers of one group at the same moment: one is first, and the other reads again.</summary>
public sealed class ClientGroupRacesTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task Of_changes_by_the_same_version_one_is_made_and_the_others_conflict()
    {
        var clients = new List<string>();
        for (var i = 0; i < 6; i++)
            clients.Add(await app.ClientAsync(app.Alpha));
        var group = await app.GroupAsync(app.Alpha, "Raced");

        // Each names all clients in an order of its own, which would be a circle of locks if they were taken one by one.
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => UpdateAsync(group, [.. clients.Skip(i), .. clients.Take(i)])));

        Assert.Equal(["CONFLICT", "CONFLICT", "CONFLICT", "CONFLICT", "CONFLICT", "made"], answers.Order(StringComparer.Ordinal));
        var read = (await app.ReadGroupAsync(app.Alpha.OwnerToken, group.Text("id")))!.Value;
        Assert.Equal((6, 2L), (read.Clients().Length, read.Long("version")));
    }

    [Fact]
    public async Task A_group_that_is_archived_meanwhile_gets_no_client_and_the_other_way_round()
    {
        for (var i = 0; i < 5; i++)
        {
            var client = await app.ClientAsync(app.Alpha);
            var group = await app.GroupAsync(app.Alpha, $"Ending {i}");

            var answers = await Task.WhenAll(UpdateAsync(group, [client]), ArchiveAsync(group));

            Assert.Equal(["CONFLICT", "made"], answers.Order(StringComparer.Ordinal));
            var read = (await app.ReadGroupAsync(app.Alpha.OwnerToken, group.Text("id")))!.Value;
            var isArchived = read.GetProperty("archivedAt").ValueKind == JsonValueKind.String;
            Assert.Equal(isArchived ? [] : [client], read.Clients());
        }
    }

    [Fact]
    public async Task Of_two_of_one_name_sent_at_once_there_is_one()
    {
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(i => OutcomeAsync("CreateClientGroup", new { name = i % 2 == 0 ? "Twice" : "twice" }))
        );

        Assert.Equal(["ALREADY_EXISTS", "ALREADY_EXISTS", "ALREADY_EXISTS", "made"], answers.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_agency_has_two_hundred_groups_also_when_the_last_are_made_at_once()
    {
        await app.Database.AsSuperuserAsync(
            $"""
            insert into app.client_groups (tenant_id, id, name, folded_name, created_at, updated_at)
            select '{app.Beta.Tenant.Id}', gen_random_uuid(), 'g' || n, 'G' || n, now(), now() from generate_series(1, 198) n
            """
        );

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(i => OutcomeAsync("CreateClientGroup", new { name = $"Last {i}" }, app.Beta))
        );

        Assert.Equal(["BAD_INPUT", "BAD_INPUT", "made", "made"], answers.Order(StringComparer.Ordinal));
    }

    private Task<string> UpdateAsync(JsonElement group, string[] clientIds) =>
        OutcomeAsync("UpdateClientGroup", Groups.Change(group, clientIds));

    private Task<string> ArchiveAsync(JsonElement group) =>
        OutcomeAsync("ArchiveClientGroup", new { id = group.Text("id"), version = group.Long("version") });

    private async Task<string> OutcomeAsync(string operation, object input, TestAgency? agency = null)
    {
        var data = await app.SendAsync((agency ?? app.Alpha).OwnerToken, $"client-groups/{operation}", new { input });
        var errors = data.EnumerateObject().Single().Value.GetProperty("errors");
        return errors.ValueKind == JsonValueKind.Null ? "made" : errors[0].Text("code");
    }
}
