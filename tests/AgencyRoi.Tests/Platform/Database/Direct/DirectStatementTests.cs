using AgencyRoi.Access;
using AgencyRoi.Access.Tokens;
using AgencyRoi.GraphQL.Binding.Paging;
using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Direct;
using AgencyRoi.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Tests.Platform.Database.Direct;

public sealed class DirectStatementTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_entity_is_nothing_but_columns_and_can_be_read_past_ef()
    {
        await using var session = await fixture.Database.ReadAsync(fixture.Alpha);

        var others = session.Db.Model.GetEntityTypes().Where(entity => !RowReader.CanRead(entity)).Select(entity => entity.ClrType.Name);

        Assert.Empty(others);
    }

    [Fact]
    public async Task A_query_that_holds_a_value_of_its_request_or_lost_its_filter_is_not_kept()
    {
        await using var session = await fixture.Database.ReadAsync(fixture.Alpha);
        var tokens = session.Db.Set<ApiToken>();
        var (id, agency, label, skipped, two) = (Guid.NewGuid(), new AgencyId(Guid.NewGuid()), "a label", 1, 2);

        Assert.NotNull(DirectStatement<ApiToken>.Of(session.Db, tokens.Take(two)));
        Assert.Null(DirectStatement<ApiToken>.Of(session.Db, tokens.Where(token => token.Id == id).Take(two)));
        Assert.Null(DirectStatement<ApiToken>.Of(session.Db, tokens.Where(token => token.Label == label).Take(two)));
        Assert.Null(DirectStatement<ApiToken>.Of(session.Db, tokens.Skip(skipped).Take(two)));
        Assert.Null(DirectStatement<ApiToken>.Of(session.Db, tokens.IgnoreQueryFilters().Take(two)));
        Assert.Null(
            DirectStatement<ApiToken>.Of(session.Db, tokens.IgnoreQueryFilters().Where(token => token.TenantId == agency).Take(two))
        );
    }

    [Fact]
    public async Task A_kept_statement_serves_each_session_its_own_agency()
    {
        var ofAlpha = await IssueAsync(fixture.Alpha);
        var ofBeta = await IssueAsync(fixture.Beta);
        await using var alpha = await fixture.Database.ReadAsync(fixture.Alpha);
        await using var beta = await fixture.Database.ReadAsync(fixture.Beta);
        var ten = 11;

        var statement = DirectStatement<ApiToken>.Of(alpha.Db, alpha.Db.Set<ApiToken>().OrderBy(token => token.Id).Take(ten))!;

        foreach (var (session, token) in new[] { (alpha, ofAlpha.Token), (beta, ofBeta.Token), (alpha, ofAlpha.Token) })
        {
            var read = Assert.Single(await statement.ReadAsync(session, new PagingArguments(First: 10), [], Token));
            Assert.Equal(
                (token.Id, token.TenantId, token.Role, token.Label, token.CreatedAt, token.ClientIds, token.RevokedAt),
                (read.Id, read.TenantId, read.Role, read.Label, read.CreatedAt, read.ClientIds, read.RevokedAt)
            );
            Assert.Equal(token.SecretHash, read.SecretHash);
        }
    }

    private async Task<IssuedApiToken> IssueAsync(TenantInfo agency)
    {
        await using var session = await fixture.Database.WriteAsync(agency);
        var wanted = new NewApiToken(AccessRole.Analyst, ClientGrant.All, "a token");
        var issued = await ApiTokens.IssueAsync(session, wanted, new("a test"), DateTimeOffset.UnixEpoch, Token);
        await session.CommitAsync(Token);
        return issued;
    }
}
