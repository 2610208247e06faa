using Npgsql;

namespace AgencyRoi.Platform.Database.Outages;

/// <summary>There is no connection to be had in time, or the one that was had is gone. Nothing was sent over it that could have been done.</summary>
internal sealed class DatabaseUnavailableException(string message, Exception? cause = null) : NpgsqlException(message, cause);

/// <summary>The agency has as many sessions open as it may: nothing is wrong with the database.</summary>
internal sealed class AgencyBusyException() : Exception("The agency has as many sessions open as it may.");

/// <summary>
/// The connection was lost in COMMIT: the transaction is there as a whole or not at all, and which of the two the database alone knows.
/// </summary>
internal sealed class OutcomeUnknownException(Exception cause)
    : Exception("The connection was lost while the transaction was committed.", cause);
