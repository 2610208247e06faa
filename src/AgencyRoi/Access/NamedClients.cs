using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Tenancy;

namespace AgencyRoi.Access;

/// <summary>The clients that a token or a member is to be restricted to.</summary>
internal static class NamedClients
{
    private const string Count = "select count(*) from app.clients where tenant_id = $1 and id = any($2) and kind <> 'HOUSE'";

    /// <summary>Whether each of them is there for the session. Of all clients there is nothing to be asked.</summary>
    public static async Task<bool> AreInReachAsync(DatabaseSession session, ClientScope clients, CancellationToken cancellationToken)
    {
        if (clients.Clients is not { } named)
            return true;
        await using var count = session.Command(Count).With(session.TenantId, session.Visible(named));
        return (long)(await count.ExecuteScalarAsync(cancellationToken))! == named.Count; // A count is never null.
    }
}
