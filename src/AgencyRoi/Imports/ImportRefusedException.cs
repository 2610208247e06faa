namespace AgencyRoi.Imports;

/// <summary>The file as a whole cannot be imported; what was stored before it was noticed stays stored and is in the report.</summary>
internal sealed class ImportRefusedException(string message) : Exception(message);
