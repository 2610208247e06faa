using AgencyRoi.Access.Permissions;
using AgencyRoi.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Access.Tokens;

/// <summary>Which token comes in the place of another.</summary>
internal static class Succession
{
    /// <summary>
    /// Has all that rotate and revoke tokens of the agency come one after the other, until the session ends: each of them needs several tokens, and two
    /// that lock them in different orders would wait for each other for ever.
    /// </summary>
    public static Task LockAsync(DatabaseSession session, CancellationToken cancellationToken) =>
        session.LockAsync(AgencyLock.TokenSuccession, cancellationToken);

    /// <summary>
    /// The successor of a token: like it, and lasting as long as it was to last from its making. What renews itself goes no further than the token that
    /// made it was to go, and nobody gives out more time than they have.
    /// </summary>
    public static async Task<NewApiToken> WantedAsync(
        DatabaseSession session,
        ApiToken token,
        Viewer viewer,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var latest =
            viewer.Caller.TokenId != token.Id ? ApiTokens.LatestEndBy(viewer)
            : token.IssuerId is { } issuer
                ? (await session.Db.Set<ApiToken>().SingleAsync(row => row.Id == issuer, cancellationToken)).OwnEnd
            : null;
        return new NewApiToken(
            token.Role,
            token.Grant,
            token.Label,
            Earlier(now + (token.OwnEnd - token.CreatedAt), latest),
            token.TrustedDocumentsOnly,
            token.Scopes is null ? null : PermissionSet.Of(token.Scopes)
        )
        {
            PredecessorId = token.Id,
        };
    }

    /// <summary>The successor that the token has already, and that is active or was used; nobody else takes it back before the session ends.</summary>
    public static async Task<ApiToken?> FindAsync(
        DatabaseSession session,
        ApiToken token,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var found = session
            .Db.Set<ApiToken>()
            .Where(row => row.PredecessorId == token.Id && row.RevokedAt == null)
            .Where(row => row.LastUsedAt != null || row.ExpiresAt == null || row.ExpiresAt > now);
        var id = await found.Select(row => row.Id).FirstOrDefaultAsync(cancellationToken);
        if (id == default)
            return null;
        await session.LockAsync("api_tokens", id, cancellationToken);
        return await found.SingleOrDefaultAsync(cancellationToken);
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other : one;
}
