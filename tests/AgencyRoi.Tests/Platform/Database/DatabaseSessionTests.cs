using AgencyRoi.Access;
using AgencyRoi.Access.Tokens;
using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AgencyRoi.Tests.Platform.Database;

public sealed class DatabaseSessionTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_session_sees_its_own_agency_and_no_other()
    {
        await using var session = await fixture.Database.ReadAsync(fixture.Alpha);

        Assert.Equal(["alpha"], await session.Db.Set<Agency>().Select(agency => agency.Slug).ToListAsync(Token));
    }

    [Fact]
    public async Task Without_the_query_filter_and_in_raw_sql_it_is_the_same()
    {
        await IssueAsync(fixture.Alpha);
        await IssueAsync(fixture.Beta);
        await using var session = await fixture.Database.ReadAsync(fixture.Alpha);

        var unfiltered = await session
            .Db.Set<ApiToken>()
            .IgnoreQueryFilters()
            .Select(token => token.TenantId)
            .Distinct()
            .ToListAsync(Token);
        await using var command = session.Command("select count(distinct tenant_id) from app.api_tokens");

        Assert.Equal([fixture.Alpha.Id], unfiltered);
        Assert.Equal(1L, await command.ExecuteScalarAsync(Token));
    }

    [Fact]
    public async Task The_query_filter_says_the_tenant_and_never_keeps_an_earlier_one()
    {
        var ofAlpha = await IssueAsync(fixture.Alpha);
        var ofBeta = await IssueAsync(fixture.Beta);
        await using var alpha = await fixture.Database.ReadAsync(fixture.Alpha);
        await using var beta = await fixture.Database.ReadAsync(fixture.Beta);

        Assert.Contains("tenant_id = @", alpha.Db.Set<ApiToken>().ToQueryString());
        Assert.Contains(ofAlpha.Token.Id, await alpha.Db.Set<ApiToken>().Select(token => token.Id).ToListAsync(Token));
        Assert.Contains(ofBeta.Token.Id, await beta.Db.Set<ApiToken>().Select(token => token.Id).ToListAsync(Token));
    }

    [Fact]
    public async Task A_session_that_reads_cannot_write()
    {
        await using var session = await fixture.Database.ReadAsync(fixture.Alpha);
        await using var command = session.Command("insert into app.api_tokens (tenant_id) values (null)");

        var error = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Token));

        Assert.Equal(PostgresErrorCodes.ReadOnlySqlTransaction, error.SqlState);
    }

    [Fact]
    public async Task What_another_commits_meanwhile_does_not_change_what_is_read()
    {
        await using var session = await fixture.Database.ReadAsync(fixture.Alpha);
        var before = await session.Db.Set<ApiToken>().CountAsync(Token);

        await IssueAsync(fixture.Alpha);

        Assert.Equal(before, await session.Db.Set<ApiToken>().CountAsync(Token));
    }

    [Fact]
    public async Task Without_a_commit_nothing_stays()
    {
        Guid id;
        await using (var session = await fixture.Database.WriteAsync(fixture.Alpha))
            id = (await ApiTokens.IssueAsync(session, Wanted, new("a test"), DateTimeOffset.UnixEpoch, Token)).Token.Id;

        await using var later = await fixture.Database.ReadAsync(fixture.Alpha);
        Assert.False(await later.Db.Set<ApiToken>().AnyAsync(token => token.Id == id, Token));
    }

    [Fact]
    public async Task An_entity_of_another_agency_or_of_none_is_not_saved()
    {
        foreach (var tenant in new[] { fixture.Beta.Id, default })
        {
            await using var session = await fixture.Database.WriteAsync(fixture.Alpha);
            session.Db.Add(ApiToken.Issue(tenant, Wanted, TokenText.New(), new("a test"), DateTimeOffset.UnixEpoch));

            await Assert.ThrowsAsync<TenantException>(() => session.Db.SaveChangesAsync(Token));
        }
    }

    [Fact]
    public async Task An_agency_itself_is_not_written_by_the_product()
    {
        await using var session = await fixture.Database.WriteAsync(fixture.Alpha);
        session.Db.Remove(await session.Db.Set<Agency>().SingleAsync(Token));

        await Assert.ThrowsAsync<TenantException>(() => session.Db.SaveChangesAsync(Token));
    }

    [Fact]
    public async Task The_second_of_two_writers_learns_that_it_came_too_late()
    {
        var issued = await IssueAsync(fixture.Alpha);
        await using var first = await fixture.Database.WriteAsync(fixture.Alpha);
        await using var second = await fixture.Database.WriteAsync(fixture.Alpha);
        var seenByFirst = await first.Db.Set<ApiToken>().SingleAsync(token => token.Id == issued.Token.Id, Token);
        var seenBySecond = await second.Db.Set<ApiToken>().SingleAsync(token => token.Id == issued.Token.Id, Token);

        seenByFirst.Revoke(DateTimeOffset.UnixEpoch.AddDays(1));
        await first.Db.SaveChangesAsync(Token);
        await first.CommitAsync(Token);
        seenBySecond.Revoke(DateTimeOffset.UnixEpoch.AddDays(2));

        Assert.Equal(2, seenByFirst.Version);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.Db.SaveChangesAsync(Token));
    }

    [Fact]
    public async Task A_failed_save_leaves_the_session_in_its_agency()
    {
        await using var session = await fixture.Database.WriteAsync(fixture.Alpha);
        var issued = await ApiTokens.IssueAsync(session, Wanted, new("a test"), DateTimeOffset.UnixEpoch, Token);
        session.Db.ChangeTracker.Clear();
        var twice = ApiToken.Issue(fixture.Alpha.Id, Wanted, issued.Text, new("a test"), DateTimeOffset.UnixEpoch);
        session.Db.Add(twice);

        await Assert.ThrowsAsync<DbUpdateException>(() => session.Db.SaveChangesAsync(Token));

        await using var command = session.Command("select app.current_tenant()");
        Assert.Equal(fixture.Alpha.Id.Value, await command.ExecuteScalarAsync(Token));
    }

    [Fact]
    public async Task A_command_of_ef_outside_the_transaction_is_refused()
    {
        await using var session = await fixture.Database.ReadAsync(fixture.Alpha);
        await session.Db.Database.UseTransactionAsync(null, Token);

        await Assert.ThrowsAsync<TenantException>(() => session.Db.Set<ApiToken>().ToListAsync(Token));
    }

    [Fact]
    public async Task Opening_costs_one_command()
    {
        // Warm, so that only what every operation pays is counted.
        await (await fixture.Database.ReadAsync(fixture.Alpha)).DisposeAsync();
        using var statements = new StatementCounter(fixture.Database);

        await using var session = await fixture.Database.ReadAsync(fixture.Alpha);
        await session.CommitAsync(Token);

        Assert.Contains("set local app.tenant_id", Assert.Single(statements.Texts));
    }

    private static NewApiToken Wanted => new(AccessRole.Analyst, ClientGrant.All, "for a test");

    private async Task<IssuedApiToken> IssueAsync(TenantInfo agency)
    {
        await using var session = await fixture.Database.WriteAsync(agency);
        var issued = await ApiTokens.IssueAsync(session, Wanted, new("a test"), DateTimeOffset.UnixEpoch, Token);
        await session.CommitAsync(Token);
        return issued;
    }
}
