using System.Globalization;
using AgencyRoi.Platform.Database.Notices;

namespace AgencyRoi.Ledger.Entries;

/// <summary>The notice that a client's ledger has a new version: <c>tenant/client version</c>, and nothing of what is in it.</summary>
internal readonly record struct LedgerNotice(AgencyId TenantId, ClientId ClientId, long Version)
{
    public const string Channel = "ledger_changed";

    public static Notice Of(AgencyId tenantId, ClientId clientId, long version) =>
        new(Channel, $"{tenantId}/{clientId}", version.ToString(CultureInfo.InvariantCulture));

    /// <summary>Null for what is no such notice.</summary>
    public static LedgerNotice? TryParse(string payload) =>
        payload.Split('/', ' ') is [var tenant, var client, var version]
        && Guid.TryParse(tenant, out var tenantId)
        && Guid.TryParse(client, out var clientId)
        && long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new LedgerNotice(new(tenantId), new(clientId), number)
            : null;
}
