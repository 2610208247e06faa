namespace AgencyRoi.Platform;

/// <summary>
/// Also in the portal's schema. Everything without it is in the staff's schema only: a field that is added later is closed to clients' people until
/// somebody decides otherwise.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Method | AttributeTargets.Property)]
internal class PortalAttribute : Attribute;

/// <summary>In the portal's schema alone: where clients' people see something else under the same name.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Method | AttributeTargets.Property)]
internal sealed class PortalOnlyAttribute : PortalAttribute;
