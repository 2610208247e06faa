using System.Security.Cryptography;
using AgencyRoi.Access;
using AgencyRoi.Access.Tokens;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Entry.Demo;

/// <summary>The tokens of a demo agency. Those in the file are kept while they work; else all three are made anew, and the lost ones revoked.</summary>
internal static class DemoTokens
{
    private const string Maker = "demo";

    public static async Task<DemoFileAgency> EnsureAsync(
        AgencyDatabase database,
        TenantScope scope,
        string portalReference,
        DemoFileAgency? known,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await using var session = await database.OpenAsync(scope, SessionMode.Write, cancellationToken);
        var client = await session
            .Db.Set<Client>()
            .Where(row => row.ExternalReference == portalReference)
            .Select(row => (ClientId?)row.Id)
            .SingleOrDefaultAsync(cancellationToken);
        if (client is not { } clientId)
            throw new SettingException(
                $"The demo's client {portalReference} of {scope.Tenant.Identifier} has another reference now. Run demo --reset."
            );
        var mine = await session
            .Db.Set<ApiToken>()
            .Where(token => token.CreatedBy == Maker && token.RevokedAt == null)
            .ToListAsync(cancellationToken);
        // A file that somebody edited may lack anything.
        if (known?.Tokens is { Owner: not null, Analyst: not null, Portal: not null } held && held.All().All(text => Works(text, mine)))
            return known with { PortalClient = GlobalId.Format(nameof(Client), clientId) };

        foreach (var lost in mine)
            lost.Revoke(now);
        var tokens = new DemoFileTokens(
            await IssueAsync(AccessRole.Owner, ClientGrant.All),
            await IssueAsync(AccessRole.Analyst, ClientGrant.All),
            await IssueAsync(AccessRole.Portal, ClientGrant.Of([clientId], groups: null))
        );
        await session.CommitAsync(cancellationToken);
        return new DemoFileAgency(scope.Tenant.Identifier, tokens, GlobalId.Format(nameof(Client), clientId));

        async Task<string> IssueAsync(AccessRole role, ClientGrant grant)
        {
            var wanted = new NewApiToken(role, grant, $"Demo {role}");
            return (await ApiTokens.IssueAsync(session, wanted, new(Maker), now, cancellationToken)).Text.ToString();
        }
    }

    private static bool Works(string text, List<ApiToken> tokens) =>
        TokenText.TryParse(text) is { } token
        && tokens.Exists(row => row.TokenId == token.Id && CryptographicOperations.FixedTimeEquals(row.SecretHash, token.Hash()));
}
