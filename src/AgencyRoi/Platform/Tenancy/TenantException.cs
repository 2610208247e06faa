namespace AgencyRoi.Platform.Tenancy;

/// <summary>A fault of the program that would have mixed up agencies. It is refused, logged and shown without details.</summary>
internal sealed class TenantException(string message) : Exception(message);
