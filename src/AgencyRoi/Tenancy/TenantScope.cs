namespace AgencyRoi.Tenancy;

/// <summary>Everything an operation's transaction must be told before its first query.</summary>
internal sealed record TenantScope(TenantInfo Tenant, ClientScope Clients);
