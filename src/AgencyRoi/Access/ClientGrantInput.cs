using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Tenancy;

namespace AgencyRoi.Access;

/// <summary>The clients and the groups of clients that a token or a member is to be restricted to, as inputs name them.</summary>
internal static class ClientGrantInput
{
    // A request tells the database all clients that it may see.
    private const int MostGroups = 10;

    private const string Clients = "select count(*) from app.clients where tenant_id = $1 and id = any($2) and kind <> 'HOUSE'";

    private const string GroupsInUse =
        "select count(*) from app.client_groups where tenant_id = $1 and id = any($2) and archived_at is null";

    public static IUserError NoSuchClients => NotFoundError.Of("client", "clientIds");

    public static IUserError NoSuchGroups => NotFoundError.Of("client group", "clientGroupIds");

    /// <summary>It may leave the group tomorrow.</summary>
    public static IUserError ClientsOfGroup { get; } =
        new ForbiddenError(
            "You see this client through a group, for as long as the client is in it: name the group in clientGroupIds.",
            ["input", "clientIds"]
        );

    /// <summary>Whether the lists are neither empty nor too long.</summary>
    public static void Check(InputChecks checks, IReadOnlyList<ClientId>? clients, IReadOnlyList<ClientGroupId>? groups)
    {
        checks.Require(clients is null or { Count: > 0 }, "clientIds", "The list of clients is empty.");
        checks.Require(groups is null or { Count: > 0 }, "clientGroupIds", "The list of groups is empty.");
        checks.Require(groups is null or { Count: <= MostGroups }, "clientGroupIds", $"At most {MostGroups} groups.");
    }

    /// <summary>Null when each client that is named is there for the session, and each group in use. Of all clients there is nothing to be asked.</summary>
    public static async Task<IUserError?> WhyNotThereAsync(DatabaseSession session, ClientGrant grant, CancellationToken cancellationToken)
    {
        if (grant.Named.Clients is { Count: > 0 } named)
        {
            await using var count = session.Command(Clients).With(session.TenantId, session.Visible(named));
            if ((long)(await count.ExecuteScalarAsync(cancellationToken))! != named.Count) // A count is never null.
                return NoSuchClients;
        }
        if (grant.Groups.Count > 0)
        {
            await using var count = session.Command(GroupsInUse).With(session.TenantId, grant.Groups.ToArray());
            if ((long)(await count.ExecuteScalarAsync(cancellationToken))! != grant.Groups.Count)
                return NoSuchGroups;
        }
        return null;
    }
}
