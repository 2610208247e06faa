using AgencyRoi.GraphQL.Errors;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Tenancy;

namespace AgencyRoi.Access.Members;

/// <summary>Members who were removed, have another role or other clients, or whose access token has expired.</summary>
internal sealed class MemberEnd : ICallerEnd
{
    private const string Query = """
        select m.id, m.role, app.clients_in_scope(m.tenant_id, m.client_scope, m.client_groups), m.removed_at is not null,
          a.suspended_at is not null
        from app.memberships m join app.agencies a on a.id = m.tenant_id
        where m.tenant_id = $1 and m.id = any($2)
        """;

    // Signing in again would not help.
    private static readonly GraphQLError Removed = CallerEnds.Error("You are no longer a member of the agency.", ErrorCode.Forbidden);
    private static readonly GraphQLError Expired = CallerEnds.Error("The access token has expired.");
    private static readonly GraphQLError Changed = CallerEnds.Error("Your role or your clients have changed.");

    public CallerKind Kind => CallerKind.Member;

    public string Table => "memberships";

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
        var members = new Dictionary<Guid, Row>();
        while (await reader.ReadAsync(cancellationToken))
            members[reader.GetGuid(0)] = new Row(
                EnumText<AccessRole>.FromText(reader.GetString(1)),
                ClientScope.OfColumn(reader.GetIdsOrNull<ClientId>(2)),
                reader.GetBoolean(3),
                reader.GetBoolean(4)
            );
        return viewers
            .Select(viewer => (Viewer: viewer, Reason: ReasonToRefuse(viewer, members.GetValueOrDefault(viewer.Caller.Id), now)))
            .Where(found => found.Reason is not null)
            .ToDictionary(found => found.Viewer, found => found.Reason!); // Just seen not to be null.
    }

    private static GraphQLError? ReasonToRefuse(Viewer viewer, Row? member, DateTimeOffset now) =>
        member is null or { IsRemoved: true } ? Removed
        : viewer.ExpiresAt <= now ? Expired
        : member.IsSuspended ? CallerEnds.Suspended
        : member.Role != viewer.Role || member.Clients.Setting != viewer.Clients.Setting ? Changed
        : null;

    private sealed record Row(AccessRole Role, ClientScope Clients, bool IsRemoved, bool IsSuspended);
}
