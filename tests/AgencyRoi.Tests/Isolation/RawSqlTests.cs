using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Records.Costs;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AgencyRoi.Tests.Isolation;

/// <summary>The attack from inside: SQL of any kind on the app's own connection, table by table of the catalogue, and EF with its filters off.</summary>
[Collection(IsolationCollection.Name)]
public sealed class RawSqlTests(IsolationWorld world)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;
    private TenantInfo Alpha => world.App.Alpha.Tenant;
    private TenantInfo Beta => world.App.Beta.Tenant;

    [Fact]
    public async Task Without_a_tenant_every_table_answers_with_an_error()
    {
        foreach (var table in await TenantTables.NamesAsync(world.App.Database))
        {
            Assert.Equal("42704", await FailsAsync($"select * from app.{table}"));
            Assert.Equal("22P02", await FailsAsync($"begin; set local app.tenant_id = ''; select * from app.{table}"));
            Assert.Equal("22P02", await FailsAsync($"begin; set local app.tenant_id = '{Alpha.Id}'; commit; select * from app.{table}"));
        }
    }

    [Fact]
    public async Task With_one_agencys_setting_no_table_has_a_row_of_another()
    {
        foreach (var (mine, others) in new[] { (Alpha, Beta), (Beta, Alpha) })
        {
            await using var session = await world.App.Database.ReadAsync(mine);
            foreach (var table in await TenantTables.NamesAsync(world.App.Database))
            {
                Assert.Equal(0L, await CountAsync(session, $"app.{table} where tenant_id <> '{mine.Id}'"));
                Assert.Equal(0L, await CountAsync(session, $"app.{table} where tenant_id = '{others.Id}'"));
                // A table with nothing in it would prove nothing.
                var there = await world.App.Database.AsSuperuserAsync($"select count(*) from app.{table} where tenant_id = '{others.Id}'");
                Assert.True(there is > 0L, $"{others.Identifier} has nothing in {table}");
            }
            Assert.Equal(1L, await CountAsync(session, "app.agencies"));
        }
    }

    [Fact]
    public async Task With_one_clients_scope_no_table_has_a_row_of_another_client()
    {
        var first = IsolationWorld.KeyOf(world.FirstClient["Client"]);
        await using var session = await world.App.Database.ReadAsync(Alpha, ClientScope.Only(new ClientId(first)));
        foreach (var table in await TenantTables.NamesAsync(world.App.Database))
        {
            var column =
                table == "clients" ? "id"
                : await HasClientAsync(table) ? "client_id"
                : null;
            if (column is not null)
                Assert.Equal(0L, await CountAsync(session, $"app.{table} where {column} <> '{first}'"));
        }
    }

    [Fact]
    public async Task A_session_leaves_nothing_of_itself_on_its_connection()
    {
        foreach (var end in new[] { "commit", "rollback" })
        {
            await using var session = await world.App.Database.WriteAsync(Alpha);
            var connection = session.Connection;
            await (end == "commit" ? session.Transaction.CommitAsync(Token) : session.Transaction.RollbackAsync(Token));

            // Asked before the pool has had a chance to clean up: behind a balancer there is no such pool.
            await using var command = new NpgsqlCommand(
                "select current_setting('app.tenant_id', true) || current_setting('app.client_scope', true)",
                connection
            );
            Assert.Equal("", await command.ExecuteScalarAsync(Token));
        }
    }

    [Fact]
    public async Task When_filter_and_setting_disagree_there_is_nothing()
    {
        await using var session = await world.App.Database.ReadAsync(Alpha);
        Assert.NotEqual(0, await session.Db.Set<Client>().CountAsync(Token));

        // The worst case: EF goes on filtering by one agency while the transaction says another.
        await using (var command = session.Command($"set local app.tenant_id = '{Beta.Id}'"))
            await command.ExecuteNonQueryAsync(Token);

        Assert.Equal(0, await session.Db.Set<Client>().CountAsync(Token));
        Assert.Equal(0, await session.Db.Set<Cost>().CountAsync(Token));
        Assert.Equal(
            [Beta.Id],
            await session.Db.Set<Client>().IgnoreQueryFilters().Select(row => row.TenantId).Distinct().ToListAsync(Token)
        );
    }

    [Fact]
    public async Task Without_filters_somebody_elses_rows_are_neither_found_nor_changed()
    {
        var before = await TenantTables.ContentAsync(world.App.Database, Alpha.Id.Value);
        var foreign = IsolationWorld.KeyOf(world.FirstClient["Client"]);
        await using (var session = await world.App.Database.WriteAsync(Beta))
        {
            var clients = session.Db.Set<Client>().IgnoreQueryFilters().Where(row => row.Id == new ClientId(foreign));
            Assert.Equal(0, await clients.CountAsync(Token));
            Assert.Equal(0, await clients.ExecuteUpdateAsync(set => set.SetProperty(row => row.Name, "taken"), Token));
            Assert.Equal(
                0,
                await session
                    .Db.Set<Campaign>()
                    .IgnoreQueryFilters()
                    .Where(row => row.ClientId == new ClientId(foreign))
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.Name, "taken"), Token)
            );
            Assert.Empty(
                await session.Db.Set<Goal>().FromSqlInterpolated($"select * from app.goals where client_id = {foreign}").ToListAsync(Token)
            );
            await session.CommitAsync(Token);
        }
        Assert.Equal(before, await TenantTables.ContentAsync(world.App.Database, Alpha.Id.Value));
    }

    [Fact]
    public async Task Every_table_refuses_a_row_for_another_agency()
    {
        foreach (var table in await TenantTables.NamesAsync(world.App.Database))
        {
            var refused = await FailsInAsync(Beta, $"insert into app.{table} (tenant_id) values ('{Alpha.Id}')");
            // Refused by the policy, before any other rule has looked at the row.
            Assert.True(refused == "42501", $"{table}: {refused}");
        }
    }

    [Fact]
    public async Task A_row_cannot_refer_to_another_clients_or_agencys_object()
    {
        var cost = IsolationWorld.KeyOf(world.SecondClient["Cost"]);
        foreach (var other in new[] { world.FirstClient, world.StrangersClient })
        foreach (var (column, slot) in new[] { ("channel_id", "Channel"), ("campaign_id", "Campaign"), ("goal_id", "Goal") })
        {
            var id = IsolationWorld.KeyOf(other[slot]);
            Assert.Equal("23503", await FailsInAsync(Alpha, $"update app.costs set {column} = '{id}' where id = '{cost}'"));
        }
    }

    [Fact]
    public async Task A_tracked_stub_of_somebody_elses_row_saves_nothing()
    {
        var foreign = IsolationWorld.KeyOf(world.FirstClient["Channel"]);
        await using var theirs = await world.App.Database.WriteAsync(Alpha);
        var stub = await theirs.Db.Set<Channel>().SingleAsync(row => row.Id == new ChannelId(foreign), Token);
        await using var mine = await world.App.Database.WriteAsync(Beta);

        mine.Db.Update(stub);

        await Assert.ThrowsAsync<TenantException>(() => mine.Db.SaveChangesAsync(Token));
    }

    private async Task<bool> HasClientAsync(string table) =>
        await world.App.Database.AsSuperuserAsync(
            $"select exists (select from pg_attribute where attrelid = 'app.{table}'::regclass and attname = 'client_id' and not attisdropped)"
        )
            is true;

    private static async Task<long> CountAsync(DatabaseSession session, string from)
    {
        await using var command = session.Command($"select count(*) from {from}");
        return (long)(await command.ExecuteScalarAsync(Token))!;
    }

    private async Task<string> FailsInAsync(TenantInfo agency, string statement)
    {
        await using var session = await world.App.Database.WriteAsync(agency);
        await using var command = session.Command(statement);
        return (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Token))).SqlState;
    }

    /// <summary>The SQLSTATE with which the last of these statements fails on a connection that was never used before.</summary>
    private async Task<string> FailsAsync(string statements)
    {
        var unpooled = new NpgsqlConnectionStringBuilder(world.App.Database.AppConnection) { Pooling = false }.ConnectionString;
        await using var connection = new NpgsqlConnection(unpooled);
        await connection.OpenAsync(Token);
        await using var command = new NpgsqlCommand(statements, connection);
        return (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Token))).SqlState;
    }
}
