using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Tenancy;

namespace AgencyRoi.Tests.Platform.Database;

public sealed class OperationDatabaseTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Loads_run_one_at_a_time()
    {
        await using var database = Operation();
        await database.BeginReadAsync(Token);
        var running = 0;

        var loads = Enumerable.Range(0, 20).Select(number => database.RunAsync((session, token) => LoadAsync(session, number), Token));

        Assert.Equal(Enumerable.Range(0, 20), await Task.WhenAll(loads));

        async Task<int> LoadAsync(DatabaseSession session, int number)
        {
            Assert.Equal(1, Interlocked.Increment(ref running));
            await using var command = session.Command($"select {number}");
            var answer = (int)(await command.ExecuteScalarAsync(Token))!;
            Interlocked.Decrement(ref running);
            return answer;
        }
    }

    [Fact]
    public async Task A_write_is_followed_by_a_read_of_what_it_wrote()
    {
        await using var database = Operation();
        await database.BeginWriteAsync(Token);
        Assert.Equal(SessionMode.Write, database.Current.Mode);
        await database.CommitAsync(Token);
        await database.BeginReadAsync(Token);

        Assert.Equal(SessionMode.Read, database.Current.Mode);
    }

    [Fact]
    public async Task What_waits_for_the_commit_is_not_done_after_a_rollback()
    {
        var done = new List<string>();
        await using var database = Operation();
        await database.BeginWriteAsync(Token);
        database.AfterCommit(() => done.Add("rolled back"));
        await database.RollbackAsync(Token);
        await database.BeginWriteAsync(Token);
        database.AfterCommit(() => done.Add("committed"));
        await database.CommitAsync(Token);

        Assert.Equal(["committed"], done);
    }

    [Fact]
    public async Task Two_sessions_at_once_and_a_load_without_one_are_faults()
    {
        await using var database = Operation();
        await Assert.ThrowsAsync<InvalidOperationException>(() => database.RunAsync((_, _) => Task.FromResult(0), Token));
        await database.BeginReadAsync(Token);

        await Assert.ThrowsAsync<InvalidOperationException>(() => database.BeginWriteAsync(Token));
    }

    [Fact]
    public async Task Without_a_tenant_nothing_is_opened()
    {
        await using var database = new OperationDatabase(fixture.Database.Agencies, new TenantContextAccessor());

        await Assert.ThrowsAsync<TenantException>(() => database.BeginReadAsync(Token));
    }

    [Fact]
    public void A_scope_of_services_keeps_its_first_tenant()
    {
        var accessor = new TenantContextAccessor();
        accessor.Set(new TenantScope(fixture.Alpha, ClientScope.All));

        Assert.Throws<TenantException>(() => accessor.Set(new TenantScope(fixture.Beta, ClientScope.All)));
        Assert.Equal(fixture.Alpha, accessor.Current.Tenant);
    }

    private OperationDatabase Operation()
    {
        var tenant = new TenantContextAccessor();
        tenant.Set(new TenantScope(fixture.Alpha, ClientScope.All));
        return new OperationDatabase(fixture.Database.Agencies, tenant);
    }
}
