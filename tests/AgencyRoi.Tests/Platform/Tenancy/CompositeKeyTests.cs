using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Migrations;
using AgencyRoi.Platform.Tenancy;
using Npgsql;

namespace AgencyRoi.Tests.Platform.Tenancy;

/// <summary>Foreign keys pass over policies, so the keys themselves keep agencies and clients apart.</summary>
public sealed class CompositeKeyTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>, IAsyncLifetime
{
    private static readonly Guid FirstClient = Guid.CreateVersion7();
    private static readonly Guid SecondClient = Guid.CreateVersion7();

    public async ValueTask InitializeAsync()
    {
        // The shape of db-migrations/README.md, applied the way a migration is.
        const string tables = """
            create table if not exists app.owned_channels (
              tenant_id uuid not null, client_id uuid not null, id uuid not null, primary key (tenant_id, id), unique (tenant_id, client_id, id));
            create table if not exists app.owned_costs (
              tenant_id uuid not null, client_id uuid not null, id uuid not null, channel_id uuid not null, primary key (tenant_id, id),
              foreign key (tenant_id, client_id, channel_id) references app.owned_channels (tenant_id, client_id, id) on delete cascade);
            """;
        const string policies = """
            alter table app.{0} enable row level security;
            alter table app.{0} force row level security;
            drop policy if exists tenant on app.{0};
            create policy tenant on app.{0} using (tenant_id = app.current_tenant() and app.client_visible(client_id))
              with check (tenant_id = app.current_tenant() and app.client_visible(client_id));
            grant select, insert, update, delete on app.{0} to agency_roi_app;
            """;
        await fixture.Database.AsSuperuserAsync(
            $"set role {Roles.Owner}; {tables} {policies.Replace("{0}", "owned_channels")} {policies.Replace("{0}", "owned_costs")}"
        );
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_reference_to_another_agencys_row_is_refused_as_if_it_were_not_there()
    {
        var foreign = await ChannelAsync(fixture.Beta, FirstClient);

        var toForeign = await CostFailsAsync(FirstClient, foreign);
        var toNothing = await CostFailsAsync(FirstClient, Guid.CreateVersion7());

        Assert.Equal("23503", toForeign.SqlState);
        Assert.Equal((toNothing.MessageText, toNothing.Detail), (toForeign.MessageText, toForeign.Detail));
    }

    [Fact]
    public async Task A_reference_to_another_clients_row_is_refused()
    {
        var othersChannel = await ChannelAsync(fixture.Alpha, SecondClient);

        Assert.Equal("23503", (await CostFailsAsync(FirstClient, othersChannel)).SqlState);
    }

    [Fact]
    public async Task Deleting_takes_only_the_agencys_own_rows_along()
    {
        var channel = Guid.CreateVersion7();
        foreach (var agency in new[] { fixture.Alpha, fixture.Beta })
        {
            await ChannelAsync(agency, FirstClient, channel);
            await RunAsync(agency, Cost(agency.Id.Value, FirstClient, channel));
        }

        await RunAsync(fixture.Alpha, $"delete from app.owned_channels where id = '{channel}'");

        var left = await fixture.Database.AsSuperuserAsync($"select tenant_id from app.owned_costs where channel_id = '{channel}'");
        Assert.Equal(fixture.Beta.Id.Value, left);
    }

    private Task<PostgresException> CostFailsAsync(Guid client, Guid channel) =>
        Assert.ThrowsAsync<PostgresException>(() => RunAsync(fixture.Alpha, Cost(fixture.Alpha.Id.Value, client, channel)));

    private async Task<Guid> ChannelAsync(AgencyRoi.Platform.Tenancy.TenantInfo agency, Guid client, Guid? id = null)
    {
        var channel = id ?? Guid.CreateVersion7();
        await RunAsync(agency, $"insert into app.owned_channels values ('{agency.Id}', '{client}', '{channel}')");
        return channel;
    }

    private static string Cost(Guid tenant, Guid client, Guid channel) =>
        $"insert into app.owned_costs values ('{tenant}', '{client}', '{Guid.CreateVersion7()}', '{channel}')";

    private async Task RunAsync(AgencyRoi.Platform.Tenancy.TenantInfo agency, string statement)
    {
        await using var session = await fixture.Database.WriteAsync(agency);
        await using var command = session.Command(statement);
        await command.ExecuteNonQueryAsync();
        await session.CommitAsync(TestContext.Current.CancellationToken);
    }
}
