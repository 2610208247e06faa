using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Tests.Platform.Database.Pooler;
using Npgsql;

namespace AgencyRoi.Tests.Platform.Database;

/// <summary>Each thing that a session is opened with is put in another's place on the way to the server, one at a time.</summary>
public sealed class SessionReadBackTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>
{
    private static readonly Guid Own = Guid.Parse("0f5a3c7e-1111-7000-8000-000000000001");
    private static readonly Guid Other = Guid.Parse("0f5a3c7e-2222-7000-8000-000000000002");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, bool, bool> Differences =>
        new(
            from what in new[] { "agency", "clients", "read only", "transaction", "isolation" }
            from writes in new[] { false, true }
            from prepares in new[] { false, true }
            where !writes || what != "read only"
            select new TheoryDataRow<string, bool, bool>(what, writes, prepares)
        );

    [Theory]
    [MemberData(nameof(Differences))]
    public async Task A_session_that_came_out_otherwise_is_never_handed_out(string what, bool writes, bool prepares)
    {
        var mode = writes ? SessionMode.Write : SessionMode.Read;
        await using var relay = new Relay(new NpgsqlConnectionStringBuilder(fixture.Database.AppConnection).Port);
        await using var source = Source(relay.Through(fixture.Database.AppConnection), prepares);
        var database = new AgencyDatabase(source, Modules.All);
        var scope = new TenantScope(fixture.Alpha, ClientScope.Only(new ClientId(Own)));
        int server;
        await using (var right = await database.OpenAsync(scope, mode, Token))
        {
            server = right.Connection.ProcessID;
            await IsOwnAsync(right);
        }
        await using (var kept = await database.OpenAsync(scope, mode, Token))
            Assert.Equal(server, kept.Connection.ProcessID);

        relay.Swap(Swapped(what, mode));
        var error = await Assert.ThrowsAsync<SessionMismatchException>(() => database.OpenAsync(scope, mode, Token));

        Assert.DoesNotContain(Other.ToString(), error.Message);
        // The connection is gone, and nothing of it is left.
        relay.Swap();
        await using var again = await database.OpenAsync(scope, mode, Token);
        Assert.NotEqual(server, again.Connection.ProcessID);
        await IsOwnAsync(again);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_that_opens_a_session_is_prepared(bool prepares)
    {
        await using var source = Source(new(fixture.Database.AppConnection), prepares);
        var database = new AgencyDatabase(source, Modules.All);
        object? names = null;

        for (var i = 0; i < 20; i++)
        {
            await using var session = await database.OpenAsync(
                new(fixture.Alpha, ClientScope.Only(new ClientId(Own))),
                i % 2 == 0 ? SessionMode.Read : SessionMode.Write,
                Token
            );
            await using var asking = session.Command("select string_agg(statement, ' | ') from pg_prepared_statements");
            names = await asking.ExecuteScalarAsync(Token);
        }

        // With the option, what was asked here itself is.
        Assert.Equal(prepares ? "select string_agg(statement, ' | ') from pg_prepared_statements" : DBNull.Value, names);
    }

    private static NpgsqlDataSource Source(NpgsqlConnectionStringBuilder settings, bool prepares)
    {
        (settings.MaxPoolSize, settings.MaxAutoPrepare) = (1, prepares ? 100 : 0);
        return DataSources.Create(settings.ConnectionString);
    }

    private (string, string)[] Swapped(string what, SessionMode mode) =>
        what switch
        {
            "agency" => [($"app.tenant_id = '{fixture.Alpha.Id}'", $"app.tenant_id = '{fixture.Beta.Id}'")],
            "clients" => [($"app.client_scope = '{Own}'", $"app.client_scope = '{Other}'")],
            "read only" => [("set transaction read only", "set local timezone to utc")],
            "transaction" =>
            [
                ("BEGIN ISOLATION LEVEL REPEATABLE READ", "SET timezone TO UTC"),
                ("BEGIN TRANSACTION ISOLATION LEVEL READ COMMITTED", "SET timezone TO UTC"),
            ],
            "isolation" =>
            [
                ("BEGIN ISOLATION LEVEL REPEATABLE READ", "BEGIN ISOLATION LEVEL READ COMMITTED"),
                ("BEGIN TRANSACTION ISOLATION LEVEL READ COMMITTED", "BEGIN TRANSACTION ISOLATION LEVEL SERIALIZABLE"),
            ],
            _ => throw new NotSupportedException($"{what} in {mode}"),
        };

    private async Task IsOwnAsync(DatabaseSession session)
    {
        await using var asking = session.Command("select current_setting('app.tenant_id') || ' ' || current_setting('app.client_scope')");
        Assert.Equal($"{fixture.Alpha.Id} {Own}", await asking.ExecuteScalarAsync(Token));
    }
}
