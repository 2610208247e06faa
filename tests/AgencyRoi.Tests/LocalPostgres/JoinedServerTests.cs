using AgencyRoi.LocalPostgres;
using AgencyRoi.Platform.Database.Migrations;
using Npgsql;

namespace AgencyRoi.Tests.LocalPostgres;

/// <summary>A second process of the checkout beside the one that runs the server: an import while the demo serves.</summary>
public sealed class JoinedServerTests : IAsyncDisposable
{
    private readonly PrivatePostgresOptions options = new(Path.Combine(Path.GetTempPath(), $"agency-roi-tests-join-{Guid.NewGuid():N}"))
    {
        Durable = false,
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_used_beside_the_run_that_owns_it_and_outlives_the_guest()
    {
        Assert.Null(await PrivatePostgres.JoinAsync(options, Stop));

        await using (var owner = await PreparedPostgres.StartAsync(options, Stop))
        {
            var guest = await PrivatePostgres.JoinAsync(options, Stop);
            Assert.Equal(owner.Port, guest!.Port);
            await guest.DisposeAsync();

            await using var connection = new NpgsqlConnection(guest.SuperuserConnection("postgres"));
            await connection.OpenAsync(Stop);
        }

        Assert.Null(await PrivatePostgres.JoinAsync(options, Stop));
    }

    public async ValueTask DisposeAsync() => await PrivatePostgres.RemoveAsync(options);
}
