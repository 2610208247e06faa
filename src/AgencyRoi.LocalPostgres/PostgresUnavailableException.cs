namespace AgencyRoi.LocalPostgres;

/// <summary>No private server could be had. The message says what to do about it and is shown to the user as it is.</summary>
internal sealed class PostgresUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
