namespace AgencyRoi.Platform.Tenancy;

/// <summary>Everything an operation's transaction must be told before its first query, and who is behind it.</summary>
/// <param name="Actor">What the ledger names as the one who posted: an API token's id, or the verb that ran.</param>
internal sealed record TenantScope(TenantInfo Tenant, ClientScope Clients, string Actor = "system");
