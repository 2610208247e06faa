using AgencyRoi.Access;
using AgencyRoi.Access.Tokens;
using AgencyRoi.Platform;
using AgencyRoi.Platform.Tenancy;

namespace AgencyRoi.Tests;

/// <summary>An agency with a token for each role. The portal's token is for one client, whose id is set aside here.</summary>
internal sealed record TestAgency(
    TenantInfo Tenant,
    IssuedApiToken Owner,
    IssuedApiToken Staff,
    IssuedApiToken Analyst,
    IssuedApiToken Portal,
    ClientId PortalClient
)
{
    public string OwnerToken => Owner.Text.ToString();

    /// <summary>Of somebody who may do everything but make owners: for tests that are about something else than roles.</summary>
    public string StaffToken => Staff.Text.ToString();

    public string AnalystToken => Analyst.Text.ToString();
    public string PortalToken => Portal.Text.ToString();

    public static async Task<TestAgency> CreateAsync(TestDatabase database, string slug, string currencyCode, TimeProvider time) =>
        await OfAsync(database, await database.CreateAgencyAsync(slug, currencyCode), slug, time);

    /// <summary>New tokens for an agency that is there.</summary>
    public static async Task<TestAgency> OfAsync(TestDatabase database, TenantInfo tenant, string slug, TimeProvider time)
    {
        var client = new ClientId(Guid.CreateVersion7());
        await using var session = await database.WriteAsync(tenant);

        var owner = await IssueAsync(AccessRole.Owner, ClientScope.All);
        var staff = await IssueAsync(AccessRole.Admin, ClientScope.All);
        var analyst = await IssueAsync(AccessRole.Analyst, ClientScope.All);
        var portal = await IssueAsync(AccessRole.Portal, ClientScope.Only(client));
        await session.CommitAsync(TestContext.Current.CancellationToken);
        return new TestAgency(tenant, owner, staff, analyst, portal, client);

        Task<IssuedApiToken> IssueAsync(AccessRole role, ClientScope clients) =>
            ApiTokens.IssueAsync(
                session,
                new NewApiToken(role, new ClientGrant(clients, []), $"{slug} {role}"),
                new("the test's set-up"),
                time.GetUtcNow(),
                TestContext.Current.CancellationToken
            );
    }
}
