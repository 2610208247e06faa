namespace AgencyRoi.Platform.Tenancy;

/// <summary>Everything an operation's transaction must be told before its first query, and who is behind it.</summary>
/// <param name="Actor">What the ledger names as the one who posted: an API token's id, or the verb that ran.</param>
internal sealed record TenantScope(TenantInfo Tenant, ClientScope Clients, string Actor = "system")
{
    /// <summary>Whether its role lets the caller see what the agency pays and earns itself.</summary>
    public bool MaySeeFinances { get; init; } = true;

    /// <summary>
    /// Whether what the agency pays and earns itself is open: its own return, what it paid, hourly rates. It is closed to whoever is restricted to clients, too.
    /// </summary>
    public bool SeesFinances => MaySeeFinances && Clients.IsAll;
}
