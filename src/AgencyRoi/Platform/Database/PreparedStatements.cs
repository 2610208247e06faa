namespace AgencyRoi.Platform.Database;

/// <summary>Whether the driver prepares what it is asked for again, by names that are a connection's own.</summary>
internal enum PreparedStatements
{
    Off,

    /// <summary>Asked for in the connection string, and proven for each connection when it is made.</summary>
    On,
}
