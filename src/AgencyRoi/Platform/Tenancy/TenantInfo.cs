namespace AgencyRoi.Platform.Tenancy;

/// <summary>An agency, as every operation knows it.</summary>
/// <param name="Id">Never changes.</param>
/// <param name="Identifier">The agency's slug, for people and commands; never trusted to choose the tenant of a request.</param>
/// <param name="CurrencyCode">ISO 4217, the currency the agency reports in.</param>
/// <param name="TimeZone">IANA name, for example <c>Europe/Paris</c>.</param>
internal sealed record TenantInfo(AgencyId Id, string Identifier, string Name, string CurrencyCode, string TimeZone);
