namespace AgencyRoi.Ledger.Sums;

/// <summary>Some days of one client.</summary>
internal sealed record ClientSpan(ClientId ClientId, DateRange Days);
