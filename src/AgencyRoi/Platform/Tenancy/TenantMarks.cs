namespace AgencyRoi.Platform.Tenancy;

/// <summary>The entity's rows belong to one agency each: it has a <c>TenantId</c>, which is set when the entity is made.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class TenantOwnedAttribute : Attribute;

/// <summary>The entity is the same for everyone, or is the agency itself; the product never writes it.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class NotTenantOwnedAttribute : Attribute;
