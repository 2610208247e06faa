using AgencyRoi.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AgencyRoi.Tests.Database;

public sealed class DatabaseSessionTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>
{
    private TestDatabase Database => fixture.Database;

    [Fact]
    public async Task A_session_sees_its_own_agency_and_no_other()
    {
        await using var session = await Database.ReadAsync(fixture.Alpha);

        var seen = await session.Db.Set<Agency>().Select(agency => agency.Slug).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["alpha"], seen);
    }

    [Fact]
    public async Task A_session_that_reads_cannot_write()
    {
        await using var session = await Database.ReadAsync(fixture.Alpha);
        await using var command = session.Command("delete from app.api_tokens");

        var error = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        Assert.Contains(error.SqlState, new[] { PostgresErrorCodes.ReadOnlySqlTransaction, PostgresErrorCodes.InsufficientPrivilege });
    }
}
