using System.Text.Json.Nodes;
using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Tests.Isolation;

/// <summary>
/// The policies are told to show every client of the agency. What a token that is restricted to one client is answered stays the same to the byte: through EF,
/// through kept statements and through SQL of our own.
/// </summary>
[Collection(IsolationCollection.Name)]
public sealed class SecondWallTests(IsolationWorld world)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_field_answers_a_restricted_token_the_same_when_policies_show_all_clients()
    {
        var asked = Questions().ToList();
        var walled = await AnswersAsync(asked);

        var open = await WithoutPoliciesAsync(() => AnswersAsync(asked));

        Assert.True(asked.Count > 200, $"{asked.Count}");
        for (var i = 0; i < asked.Count; i++)
            Assert.True(walled[i] == open[i], $"{asked[i].Document}\n{walled[i]}\n{open[i]}");
    }

    [Fact]
    public async Task Every_entity_of_a_client_is_filtered_by_client_and_no_row_of_another_is_read_saved_or_deleted()
    {
        var first = new ClientId(IsolationWorld.KeyOf(world.FirstClient["Client"]));
        var second = new ClientId(IsolationWorld.KeyOf(world.SecondClient["Client"]));
        await WithoutPoliciesAsync(async () =>
        {
            await using var session = await world.App.Database.WriteAsync(world.App.Alpha.Tenant, ClientScope.Only(first));
            var found = 0;
            foreach (var entity in session.Db.Model.GetEntityTypes())
            {
                var property = entity.FindProperty("ClientId") is not null ? "ClientId" : "Id";
                if (property == "Id" && entity.GetTableName() != "clients")
                    continue;
                Assert.NotNull(entity.FindDeclaredQueryFilter(ClientFilter.Name));
                var clients = await ClientsOfAsync(session, entity.ClrType, property);
                Assert.DoesNotContain(second, clients);
                found += clients.Contains(first) ? 1 : 0;
            }
            Assert.True(found > 15, $"{found}");
            return 0;
        });
    }

    [Fact]
    public async Task Every_table_with_a_client_that_is_mapped_is_mapped_with_it()
    {
        await using var session = await world.App.Database.ReadAsync(
            world.App.Alpha.Tenant,
            ClientScope.Only(new ClientId(Guid.NewGuid()))
        );
        var filtered = session
            .Db.Model.GetEntityTypes()
            .Where(entity => entity.FindDeclaredQueryFilter(ClientFilter.Name) is not null)
            .Select(entity => entity.GetTableName())
            .ToHashSet();

        foreach (var table in session.Db.Model.GetEntityTypes().Select(entity => entity.GetTableName()!).Distinct())
        {
            var hasClient = await world.App.Database.AsSuperuserAsync(
                $"select exists (select from pg_attribute where attrelid = 'app.{table}'::regclass and attname = 'client_id')"
            );
            Assert.Equal(hasClient is true || table == "clients", filtered.Contains(table));
        }
    }

    private IEnumerable<(Caller Caller, string Document, JsonObject? Variables)> Questions()
    {
        foreach (
            var (caller, schema) in new (Caller, Schema)[]
            {
                (world.Restricted, IsolationWorld.Staff),
                (world.PortalViewer, IsolationWorld.Portal),
            }
        )
        foreach (var (document, slot) in Tour.Ways(schema))
        {
            if (slot is null)
            {
                yield return (caller, document, null);
                continue;
            }
            foreach (var of in new[] { world.FirstClient, world.SecondClient })
                if (of.Slots.Contains(slot))
                    yield return (caller, document, new() { ["id"] = of[slot] });
        }
    }

    private static async Task<List<string>> AnswersAsync(IEnumerable<(Caller Caller, string Document, JsonObject? Variables)> asked)
    {
        var answers = new List<string>();
        foreach (var (caller, document, variables) in asked)
            answers.Add(await caller.AskAsync(document, variables));
        return answers;
    }

    private async Task<T> WithoutPoliciesAsync<T>(Func<Task<T>> act)
    {
        const string replace =
            "create or replace function app.client_visible(c uuid) returns boolean language sql stable parallel safe return ";
        await world.App.Database.AsSuperuserAsync($"{replace} c is not null");
        try
        {
            return await act();
        }
        finally
        {
            await world.App.Database.AsSuperuserAsync(
                $"{replace} current_setting('app.client_scope') = '*' or strpos(current_setting('app.client_scope'), c::text) > 0"
            );
        }
    }

    private static Task<List<ClientId>> ClientsOfAsync(DatabaseSession session, Type entity, string property) =>
        (Task<List<ClientId>>)
            typeof(SecondWallTests)
                .GetMethod(nameof(ClientsAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
                .MakeGenericMethod(entity)
                .Invoke(null, [session, property])!; // It is below.

    private static Task<List<ClientId>> ClientsAsync<T>(DatabaseSession session, string property)
        where T : class => session.Db.Set<T>().Select(row => EF.Property<ClientId>(row, property)).Distinct().ToListAsync(Token);
}
