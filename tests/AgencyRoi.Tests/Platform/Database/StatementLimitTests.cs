using AgencyRoi.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Tests.Platform.Database;

/// <summary>
/// It is the server that ends a statement: a client that is the first to lose patience cuts off what the server allows, and all that is said is that the stream
/// could not be read.
/// </summary>
public sealed class StatementLimitTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_waits_longer_than_the_server_lets_a_statement_run()
    {
        foreach (var allow in (Func<DatabaseSession, Task>[])[AsItIs, Bulk, AnyTime])
        foreach (var hasContext in (bool[])[false, true])
        {
            await using var session = await fixture.Database.ReadAsync(fixture.Alpha);
            if (hasContext)
                _ = session.Db;
            await allow(session);

            var server = await LimitOfServerAsync(session);
            Assert.All(WaitsOf(session), wait => Assert.True(wait == 0 || (server > 0 && wait > server), $"{wait} s for {server} s"));
        }

        static Task AsItIs(DatabaseSession session) => Task.CompletedTask;
        static Task Bulk(DatabaseSession session) => session.AllowBulkWorkAsync(Token);
        static Task AnyTime(DatabaseSession session) => session.AllowAnyTimeAsync(Token);
    }

    private static async Task<int> LimitOfServerAsync(DatabaseSession session)
    {
        await using var command = session.Command("select extract(epoch from current_setting('statement_timeout')::interval)::int");
        return (int)(await command.ExecuteScalarAsync(Token))!;
    }

    // In seconds; 0 is for ever.
    private static List<int> WaitsOf(DatabaseSession session)
    {
        using var command = session.Command("select 1");
        using var batch = session.Batch();
        using var ofContext = session.Db.Database.GetDbConnection().CreateCommand();
        return [command.CommandTimeout, batch.Timeout, session.Db.Database.GetCommandTimeout() ?? ofContext.CommandTimeout];
    }
}
