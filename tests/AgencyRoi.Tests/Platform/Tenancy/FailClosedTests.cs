using AgencyRoi.Platform.Database;
using Npgsql;

namespace AgencyRoi.Tests.Platform.Tenancy;

/// <summary>What the app's role meets when it does not, or not rightly, say whose data it wants: an error, never rows.</summary>
public sealed class FailClosedTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>
{
    private const string Look = "select count(*) from app.api_tokens";
    private readonly Guid alpha = fixture.Alpha.Id.Value;
    private readonly Guid beta = fixture.Beta.Id.Value;

    [Fact]
    public async Task With_nothing_set_a_query_fails() => Assert.Equal("42704", await FailsAsync(Look));

    [Fact]
    public async Task What_an_earlier_transaction_set_is_gone() =>
        Assert.Equal("22P02", await FailsAsync($"begin; set local app.tenant_id = '{alpha}'; commit", Look));

    [Fact]
    public async Task A_setting_outside_a_transaction_does_nothing() =>
        Assert.Equal("22P02", await FailsAsync($"set local app.tenant_id = '{alpha}'", Look));

    [Fact]
    public async Task A_tenant_that_is_no_uuid_fails() =>
        Assert.Equal("22P02", await FailsAsync("begin; set local app.tenant_id = 'x'", Look));

    [Fact]
    public async Task Another_tenants_row_cannot_be_written() => Assert.Equal("42501", await FailsAsync(In(alpha), Insert(beta)));

    [Fact]
    public async Task A_row_cannot_be_moved_to_another_tenant() =>
        Assert.Equal("42501", await FailsAsync(In(alpha), Insert(alpha), $"update app.api_tokens set tenant_id = '{beta}'"));

    [Theory]
    [InlineData("set local row_security = off; select * from app.api_tokens", "42501")]
    [InlineData("set local role agency_roi_owner", "42501")]
    [InlineData("set local role agency_roi_ops", "42501")]
    [InlineData("set local role agency_roi_lookup", "42501")]
    [InlineData("set session authorization postgres", "42501")]
    [InlineData("alter table app.api_tokens disable row level security", "42501")]
    [InlineData("create policy all_of_it on app.api_tokens using (true)", "42501")]
    [InlineData("truncate app.api_tokens", "42501")]
    [InlineData("create table app.mine (id int)", "42501")]
    [InlineData("select * from control.token_ids", "42501")]
    [InlineData(
        "insert into app.agencies (id, slug, name, currency_code, time_zone, created_at) select gen_random_uuid(), 'x', 'x', 'USD', 'UTC', now()",
        "42501"
    )]
    [InlineData("delete from app.currencies", "42501")]
    public async Task Ways_around_the_policies_are_shut(string statement, string expected) =>
        Assert.Equal(expected, await FailsAsync(In(alpha), statement));

    [Fact]
    public async Task A_bulk_copy_past_the_policies_is_refused()
    {
        await using var session = await fixture.Database.WriteAsync(fixture.Alpha);

        var error = await Assert.ThrowsAsync<PostgresException>(() =>
            session.Connection.BeginBinaryImportAsync("copy app.api_tokens from stdin (format binary)")
        );

        Assert.Equal("0A000", error.SqlState);
    }

    [Fact]
    public async Task Going_back_to_a_savepoint_goes_back_to_its_tenant()
    {
        await using var session = await fixture.Database.WriteAsync(fixture.Alpha);
        await using var command = session.Command(
            $"savepoint here; set local app.tenant_id = '{beta}'; rollback to savepoint here; select app.current_tenant()"
        );

        Assert.Equal(alpha, await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task The_role_gives_up_on_statements_locks_and_idle_transactions()
    {
        await using var session = await fixture.Database.ReadAsync(fixture.Alpha);
        await using var command = session.Command(
            """
            select current_setting('statement_timeout') || ' ' || current_setting('lock_timeout') || ' '
              || current_setting('idle_in_transaction_session_timeout')
            """
        );

        Assert.Equal("5s 3s 15s", await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Nor_does_it_compile_statements_that_take_milliseconds()
    {
        await using var session = await fixture.Database.ReadAsync(fixture.Alpha);
        await using var command = session.Command("select current_setting('jit')");

        Assert.Equal("off", await command.ExecuteScalarAsync());
    }

    private static string In(Guid tenant) => $"begin; set local app.tenant_id = '{tenant}'; set local app.client_scope = '*'";

    private static string Insert(Guid tenant) =>
        $"""
            insert into app.api_tokens (tenant_id, id, token_id, secret_hash, role, label, created_at, created_by)
            values ('{tenant}', gen_random_uuid(), 'AAAAAAAA', sha256('x'), 'OWNER', 'planted', now(), 'a test')
            """;

    /// <summary>The SQLSTATE of the last of these statements, on a connection of its own; those before it succeed.</summary>
    private async Task<string> FailsAsync(params string[] statements)
    {
        var unpooled = new NpgsqlConnectionStringBuilder(fixture.Database.AppConnection) { Pooling = false }.ConnectionString;
        await using var connection = new NpgsqlConnection(unpooled);
        await connection.OpenAsync();
        foreach (var statement in statements[..^1])
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }
        await using var last = new NpgsqlCommand(statements[^1], connection);
        return (await Assert.ThrowsAsync<PostgresException>(() => last.ExecuteNonQueryAsync())).SqlState;
    }
}
