using AgencyRoi.Access;
using AgencyRoi.Access.Tokens;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Tenancy;
using Npgsql;

namespace AgencyRoi.Tests.Platform.Tenancy;

/// <summary>
/// Many operations of both agencies over very few connections: some forget to say whose they are, some are cancelled half-way. A
/// connection that kept anything of its last user would show here.
/// </summary>
public sealed class PoolLeakTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>
{
    private const int Workers = 6;
    private const int OperationsEach = 250;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_operation_ever_sees_the_other_agency(bool noResetOnClose)
    {
        await EachAgencyHasATokenAsync();
        var pool = new NpgsqlConnectionStringBuilder(fixture.Database.AppConnection)
        {
            MaxPoolSize = 3,
            MaxAutoPrepare = 0,
            NoResetOnClose = noResetOnClose,
        };
        await using var dataSource = new NpgsqlDataSourceBuilder(pool.ConnectionString).Build();
        var database = new AgencyDatabase(dataSource, Modules.All);

        var results = await Task.WhenAll(Enumerable.Range(0, Workers).Select(seed => WorkAsync(database, dataSource, new Random(seed))));

        Assert.Equal(0, results.Sum(result => result.Foreign));
        Assert.Equal(0, results.Sum(result => result.ForgottenAndAnswered));
        Assert.True(results.Sum(result => result.Own) > Workers * OperationsEach / 2);
        Assert.True(results.Sum(result => result.ForgottenAndRefused) > 0);
    }

    private async Task<Tally> WorkAsync(AgencyDatabase database, NpgsqlDataSource dataSource, Random random)
    {
        var tally = new Tally();
        for (var i = 0; i < OperationsEach; i++)
        {
            var agency = random.Next(2) == 0 ? fixture.Alpha : fixture.Beta;
            switch (random.Next(10))
            {
                case 0 or 1:
                    await ForgetAsync(dataSource, tally);
                    break;
                case 2:
                    await CancelAsync(database, agency);
                    break;
                default:
                    await using (var session = await database.OpenAsync(Scope(agency), SessionMode.Read, CancellationToken.None))
                        await CountAsync(session.Command("select tenant_id from app.api_tokens"), agency.Id.Value, tally);
                    break;
            }
        }
        return tally;
    }

    private static async Task ForgetAsync(NpgsqlDataSource dataSource, Tally tally)
    {
        await using var command = dataSource.CreateCommand("select tenant_id from app.api_tokens");
        try
        {
            await using var reader = await command.ExecuteReaderAsync();
            tally.ForgottenAndAnswered++;
        }
        catch (PostgresException error) when (error.SqlState is "42704" or "22P02")
        {
            tally.ForgottenAndRefused++;
        }
    }

    private static async Task CancelAsync(AgencyDatabase database, TenantInfo agency)
    {
        using var cancelled = new CancellationTokenSource();
        await using var session = await database.OpenAsync(Scope(agency), SessionMode.Read, CancellationToken.None);
        await using var command = session.Command("select pg_sleep(5), tenant_id from app.api_tokens");
        var running = command.ExecuteScalarAsync(cancelled.Token);
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    private static async Task CountAsync(NpgsqlCommand command, Guid own, Tally tally)
    {
        await using (command)
        {
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                _ = reader.GetGuid(0) == own ? tally.Own++ : tally.Foreign++;
        }
    }

    private async Task EachAgencyHasATokenAsync()
    {
        foreach (var agency in new[] { fixture.Alpha, fixture.Beta })
        {
            await using var session = await fixture.Database.WriteAsync(agency);
            var wanted = new NewApiToken(AccessRole.Analyst, ClientGrant.All, "something to see");
            await ApiTokens.IssueAsync(session, wanted, new("a test"), DateTimeOffset.UnixEpoch, CancellationToken.None);
            await session.CommitAsync(CancellationToken.None);
        }
    }

    private static TenantScope Scope(TenantInfo agency) => new(agency, ClientScope.All);

    private sealed class Tally
    {
        public int Own { get; set; }
        public int Foreign { get; set; }
        public int ForgottenAndRefused { get; set; }
        public int ForgottenAndAnswered { get; set; }
    }
}
