using Npgsql;

namespace AgencyRoi.Database;

internal static class DataSources
{
    private const int MostPreparedStatements = 100;

    /// <summary>
    /// A pool as the rules want it: no details of other rows in errors, the reset between users left on unless the connection string says
    /// otherwise, and every connection used by one operation at a time.
    /// </summary>
    public static NpgsqlDataSource Create(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            IncludeErrorDetail = false,
            Multiplexing = false,
            ApplicationName = "agency-roi",
        };
        // What is asked for twice on a connection is parsed and planned once. A PgBouncer below 1.21 mixes up whose statement is whose: there the
        // connection string says "Max Auto Prepare=0".
        if (!settings.ShouldSerialize("Max Auto Prepare"))
            settings.MaxAutoPrepare = MostPreparedStatements;
        return new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
    }
}
