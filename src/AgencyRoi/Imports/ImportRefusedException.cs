namespace AgencyRoi.Imports;

/// <summary>The file as a whole cannot be imported.</summary>
internal sealed class ImportRefusedException(string message) : Exception(message);
