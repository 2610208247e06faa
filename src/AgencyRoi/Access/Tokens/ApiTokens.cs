using AgencyRoi.Access.Permissions;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Access.Tokens;

/// <summary>A token that is asked for.</summary>
internal sealed record NewApiToken(
    AccessRole Role,
    ClientGrant Grant,
    string Label,
    DateTimeOffset? ExpiresAt = null,
    bool TrustedDocumentsOnly = false,
    PermissionSet? Scopes = null
)
{
    /// <summary>The token in whose place it comes.</summary>
    public Guid? PredecessorId { get; init; }

    /// <summary>The same, lasting no longer than the viewer's own API token when no end was asked for.</summary>
    public NewApiToken WithEndOf(Viewer viewer) => this with { ExpiresAt = ExpiresAt ?? ApiTokens.LatestEndBy(viewer) };
}

/// <summary>The issuer of a token: another token, a member, or a command by its name.</summary>
internal sealed record TokenIssuer(string Name, Guid? TokenId = null, Guid? MemberId = null)
{
    public static TokenIssuer Of(Viewer viewer) => new(viewer.Scope.Actor, viewer.Caller.TokenId, viewer.Caller.MemberId);
}

/// <summary>A token just made. Its text is shown to its holder now and can never be shown again.</summary>
internal sealed record IssuedApiToken(ApiToken Token, TokenText Text);

/// <summary>Giving out tokens and taking them back.</summary>
internal static class ApiTokens
{
    /// <summary>Null when the viewer may have the token made. That the clients exist is for the caller to look up.</summary>
    public static ApiTokenRefusal? WhyNot(Viewer viewer, NewApiToken wanted, DateTimeOffset now) =>
        !viewer.May(Permission.ManageTokens) ? ApiTokenRefusal.OwnerOnly
        : !viewer.Permissions.Covers(RolePermissions.Of(wanted.Role)) ? ApiTokenRefusal.RoleOutOfReach
        : wanted.Scopes is { } scopes && !RolePermissions.Of(wanted.Role).Covers(scopes) ? ApiTokenRefusal.ScopesOutOfRole
        : string.IsNullOrWhiteSpace(wanted.Label) || wanted.Label.Length > 200 ? ApiTokenRefusal.LabelInvalid
        : wanted.Role.IsPortal() && wanted.Grant.Named.IsAll ? ApiTokenRefusal.ClientsMissing
        : !viewer.Clients.Covers(wanted.Grant.Named) ? ApiTokenRefusal.ClientsOutOfReach
        : !viewer.Grant.Covers(wanted.Grant with { Named = ClientScope.None }) ? ApiTokenRefusal.ClientGroupsOutOfReach
        : !viewer.Grant.Covers(wanted.Grant) ? ApiTokenRefusal.ClientsOfGroup
        : viewer.TrustedDocumentsOnly && !wanted.TrustedDocumentsOnly ? ApiTokenRefusal.DocumentsOutOfReach
        : wanted.ExpiresAt <= now ? ApiTokenRefusal.ExpiryPassed
        : LatestEndBy(viewer) is { } end && (wanted.ExpiresAt is not { } wantedEnd || wantedEnd > end) ? ApiTokenRefusal.ExpiryOutOfReach
        : null;

    /// <summary>The permissions of a token: what its role has and its scopes leave.</summary>
    public static PermissionSet PermissionsOf(AccessRole role, IReadOnlyCollection<Permission>? scopes) =>
        scopes is null ? RolePermissions.Of(role) : RolePermissions.Of(role).Both(PermissionSet.Of(scopes));

    /// <summary>When tokens that the viewer gives out end at the latest; null: never. A member's access token ends within minutes, and the member stays.</summary>
    public static DateTimeOffset? LatestEndBy(Viewer viewer) => viewer.Caller.Kind == CallerKind.Token ? viewer.ExpiresAt : null;

    /// <summary>
    /// Whether the viewer's token has given out an active one of that label, role and clients: perhaps an answer that was lost. Others' tokens do not
    /// count, since nothing of them is to be learned by trying labels.
    /// </summary>
    public static async Task<bool> IsThereAsync(
        DatabaseSession session,
        Viewer viewer,
        NewApiToken wanted,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var same = await session
            .Db.Set<ApiToken>()
            .AsNoTracking()
            .Where(token => token.CreatedBy == viewer.Scope.Actor && token.Label == wanted.Label && token.Role == wanted.Role)
            .Where(token => token.RevokedAt == null && (token.ExpiresAt == null || token.ExpiresAt > now))
            .ToListAsync(cancellationToken);
        return same.Exists(token => token.Grant.IsSameAs(wanted.Grant));
    }

    /// <summary>Makes a token in a session that writes. Whether the viewer may is asked before: <see cref="WhyNot"/>.</summary>
    public static async Task<IssuedApiToken> IssueAsync(
        DatabaseSession session,
        NewApiToken wanted,
        TokenIssuer issuer,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var text = await ReserveAsync(session, cancellationToken);
        var token = ApiToken.Issue(session.TenantId, wanted, text, issuer, now);
        session.Db.Add(token);
        await session.Db.SaveChangesAsync(cancellationToken);
        return new IssuedApiToken(token, text);
    }

    // 62^8 ids: a second turn is needed about once in a million with 200 million tokens given out.
    private static async Task<TokenText> ReserveAsync(DatabaseSession session, CancellationToken cancellationToken)
    {
        while (true)
        {
            var text = TokenText.New();
            await using var command = session.Command("select app.reserve_token_id($1)");
            command.Parameters.Add(new() { Value = text.Id });
            if (await command.ExecuteScalarAsync(cancellationToken) is true)
                return text;
        }
    }
}
