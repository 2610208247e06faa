using AgencyRoi.Access.Permissions;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Tenancy;

namespace AgencyRoi.Access.Tokens;

/// <summary>Tokens that were revoked, have expired or were changed.</summary>
internal sealed class TokenEnd : ICallerEnd
{
    private const string Query = """
        select t.id, t.role, app.clients_in_scope(t.tenant_id, t.client_scope, t.client_groups), t.expires_at, t.revoked_at, a.suspended_at, t.scopes
        from app.api_tokens t join app.agencies a on a.id = t.tenant_id
        where t.tenant_id = $1 and t.id = any($2)
        """;

    private static readonly GraphQLError Revoked = CallerEnds.Error("The token was revoked.");
    private static readonly GraphQLError Expired = CallerEnds.Error("The token has expired.");
    private static readonly GraphQLError Changed = CallerEnds.Error("The token's rights have changed.");

    public CallerKind Kind => CallerKind.Token;

    public string Table => "api_tokens";

    public async Task<IReadOnlyDictionary<Viewer, GraphQLError>> FindAsync(
        DatabaseSession session,
        IReadOnlyCollection<Viewer> viewers,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await using var command = session.Command(Query);
        command.Parameters.Add(new() { Value = session.TenantId.Value });
        command.Parameters.Add(new() { Value = viewers.Select(viewer => viewer.Caller.Id).ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var tokens = new Dictionary<Guid, Token>();
        while (await reader.ReadAsync(cancellationToken))
            tokens[reader.GetGuid(0)] = new Token(
                EnumText<AccessRole>.FromText(reader.GetString(1)),
                ClientScope.OfColumn(reader.GetIdsOrNull<ClientId>(2)),
                reader.IsDBNull(3) ? null : reader.GetFieldValue<DateTimeOffset>(3),
                IsRevoked: !reader.IsDBNull(4),
                IsSuspended: !reader.IsDBNull(5),
                ScopeText.Read(reader, 6)
            );
        return viewers
            .Select(viewer => (Viewer: viewer, Reason: ReasonToRefuse(viewer, tokens.GetValueOrDefault(viewer.Caller.Id), now)))
            .Where(found => found.Reason is not null)
            .ToDictionary(found => found.Viewer, found => found.Reason!); // Just seen not to be null.
    }

    private static GraphQLError? ReasonToRefuse(Viewer viewer, Token? token, DateTimeOffset now) =>
        token is null or { IsRevoked: true } ? Revoked
        : token.ExpiresAt <= now ? Expired
        : token.IsSuspended ? CallerEnds.Suspended
        : token.Role != viewer.Role || token.Scopes != viewer.Scopes || token.Clients.Setting != viewer.Clients.Setting ? Changed
        : null;

    private sealed record Token(
        AccessRole Role,
        ClientScope Clients,
        DateTimeOffset? ExpiresAt,
        bool IsRevoked,
        bool IsSuspended,
        PermissionSet Scopes
    );
}
