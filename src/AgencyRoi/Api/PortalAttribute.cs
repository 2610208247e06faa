namespace AgencyRoi.Api;

/// <summary>
/// Also in the portal's schema. Everything without it is in the staff's schema only: a field that is added later is closed to clients' people until
/// somebody decides otherwise.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Property)]
internal sealed class PortalAttribute : Attribute;
