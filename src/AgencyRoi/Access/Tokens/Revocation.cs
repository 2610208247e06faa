using AgencyRoi.Access.Permissions;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Access.Tokens;

/// <summary>
/// Takes tokens back. Other requests of this process are told once the write is safe; other processes hear of it, or notice within
/// <see cref="ApiTokenStore.Freshness"/>.
/// </summary>
internal sealed class Revocation(OperationDatabase database, ApiTokenStore store, IMadeByTokens others, TimeProvider time)
{
    /// <summary>As many unused tokens as one operation takes back.</summary>
    public const int MostUnused = 1_000;

    // Through revoked tokens too: what they made may still be good. Rows are locked in the order of their ids, which is that of their making.
    private const string RevokeMade = $"{OfToken} {Due}";
    private const string RevokeMadeByMember = $"{OfMember} {Due}";

    // They and all that they made, revoked or not.
    private const string MakersOfToken = $"{OfToken} select id from made";
    private const string MakersOfMember = $"{OfMember} select id from made";

    private const string OfToken = $"{Made} select $2::uuid {AndTheirs}";

    private const string OfMember =
        $"{Made} select f.id from app.api_tokens f where f.tenant_id = $1 and f.issuer_member_id = $2 {AndTheirs}";

    private const string Made = "with recursive made (id) as (";

    private const string AndTheirs = """
          union
          select t.id from made m join app.api_tokens t on t.tenant_id = $1 and (t.issuer_id = m.id or t.predecessor_id = m.id))
        """;

    private const string Due = """
        , due as materialized (
          select t.id from app.api_tokens t
          where t.tenant_id = $1 and t.id in (select id from made) and t.revoked_at is null
            and not exists (
              select from unnest($4::text[], $5::text[]) as beyond (role, permission)
              where beyond.role = t.role and (t.scopes is null or beyond.permission = any(t.scopes)))
          order by t.id for no key update)
        update app.api_tokens t set revoked_at = $3 from due where t.tenant_id = $1 and t.id = due.id
        returning t.token_id
        """;

    private const string RevokeUnused = """
        with due as materialized (
          select t.id from app.api_tokens t
          where t.tenant_id = $1 and t.id <> $2 and t.revoked_at is null and (t.expires_at is null or t.expires_at > $3) and t.idle_since < $4
            and not exists (
              select from unnest($6::text[], $7::text[]) as beyond (role, permission)
              where beyond.role = t.role and (t.scopes is null or beyond.permission = any(t.scopes)))
          order by t.id limit $5 for no key update)
        update app.api_tokens t set revoked_at = $3 from due where t.tenant_id = $1 and t.id = due.id
        returning t.token_id
        """;

    /// <summary>Refused when there is no such token, or it reaches further than the viewer, or may do more.</summary>
    public async Task<FieldResult<ApiToken>> RevokeAsync(Viewer viewer, Guid id, CancellationToken cancellationToken)
    {
        if (!viewer.May(Permission.ManageTokens))
            return new ForbiddenError("Only owners and admins take tokens back.").Refuse<ApiToken>();
        var session = database.Current;
        await Succession.LockAsync(session, cancellationToken);
        await others.LockAsync(session, cancellationToken);
        await session.LockAsync("api_tokens", id, cancellationToken);
        var token = await session.Db.Set<ApiToken>().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (token is null || !viewer.Grant.Covers(token.Grant))
            return NotFoundError.Of("token").Refuse<ApiToken>();
        if (!viewer.Permissions.Covers(token.Permissions))
            return new ForbiddenError("Nobody takes back a token that may do more than their own.", ["input", "id"]).Refuse<ApiToken>();
        await RevokeAsync(token, cancellationToken);
        return token;
    }

    public async Task RevokeAsync(ApiToken token, CancellationToken cancellationToken)
    {
        token.Revoke(time.GetUtcNow());
        await database.Current.Db.SaveChangesAsync(cancellationToken);
        Tell(token.TokenId);
    }

    /// <summary>Tells of a token that ends earlier now, and of a new one.</summary>
    public void TellOf(string shortenedTokenId, string newTokenId)
    {
        Tell(shortenedTokenId);
        database.AfterCommit(() => store.Forget(newTokenId));
        database.Current.NotifyAfterCommit(IssuedTokens.Of(newTokenId));
    }

    /// <summary>
    /// All that a revoked token made, and what those made, as far as it may do no more than the viewer; how many were still good. The token itself is
    /// locked by its own revocation.
    /// </summary>
    public async Task<int> RevokeMadeByAsync(Viewer viewer, Guid id, CancellationToken cancellationToken)
    {
        var count = 0;
        var (roles, permissions) = Beyond(viewer);
        // A token that was being made while the statement began is not seen by it, but by the next; under a revoked token none is begun.
        while (await RunAsync(RevokeMade, [id, time.GetUtcNow(), roles, permissions], cancellationToken) is var found and > 0)
            count += found;
        await RevokeOthersAsync(MakersOfToken, id, cancellationToken);
        return count;
    }

    /// <summary>
    /// All that a removed member made, and what those made; how many were still good. Also what may do more than the viewer: the member may have had more once, and
    /// goes with all they hold. The member's row is held by the removal.
    /// </summary>
    public async Task<int> RevokeMadeByMemberAsync(Guid memberId, CancellationToken cancellationToken)
    {
        var count = 0;
        string[] noRoles = [];
        while (await RunAsync(RevokeMadeByMember, [memberId, time.GetUtcNow(), noRoles, noRoles], cancellationToken) is var found and > 0)
            count += found;
        await RevokeOthersAsync(MakersOfMember, memberId, cancellationToken);
        return count;
    }

    /// <summary>
    /// Tokens of the agency that nobody has used since and that may do no more than the viewer, whose own is excepted; at most <see cref="MostUnused"/>.
    /// </summary>
    public async Task<int> RevokeUnusedAsync(Viewer viewer, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await Succession.LockAsync(database.Current, cancellationToken);
        var (roles, permissions) = Beyond(viewer);
        return await RunAsync(RevokeUnused, [viewer.Caller.Id, time.GetUtcNow(), since, MostUnused, roles, permissions], cancellationToken);
    }

    // Each permission that some role has and the viewer does not: a token of that role with it is not the viewer's to revoke.
    private static (string[] Roles, string[] Permissions) Beyond(Viewer viewer)
    {
        var beyond = (
            from role in Enum.GetValues<AccessRole>()
            from permission in RolePermissions.Of(role).ToList()
            where !viewer.May(permission)
            select (Role: EnumCode.Of(role), Permission: EnumCode.Of(permission))
        ).ToList();
        return ([.. beyond.Select(pair => pair.Role)], [.. beyond.Select(pair => pair.Permission)]);
    }

    private async Task RevokeOthersAsync(string makers, Guid of, CancellationToken cancellationToken)
    {
        var session = database.Current;
        var callers = new List<Caller>();
        await using (var command = session.Command(makers).With(session.TenantId, of))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
            while (await reader.ReadAsync(cancellationToken))
                callers.Add(Caller.Token(reader.GetGuid(0)));
        await others.RevokeAsync(session, callers, time.GetUtcNow(), cancellationToken);
    }

    private async Task<int> RunAsync(string statement, object[] values, CancellationToken cancellationToken)
    {
        await using var command = database.Current.Command(statement);
        command.Parameters.Add(new() { Value = database.Current.TenantId.Value });
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        var count = 0;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        for (; await reader.ReadAsync(cancellationToken); count++)
            Tell(reader.GetString(0));
        return count;
    }

    private void Tell(string tokenId)
    {
        database.AfterCommit(() => store.Forget(tokenId));
        database.Current.NotifyAfterCommit(RevokedTokens.Of(tokenId));
    }
}
