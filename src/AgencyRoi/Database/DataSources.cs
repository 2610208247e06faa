using Npgsql;

namespace AgencyRoi.Database;

internal static class DataSources
{
    /// <summary>
    /// A pool as the rules want it: no details of other rows in errors, the reset between users left on, and every connection
    /// used by one operation at a time.
    /// </summary>
    public static NpgsqlDataSource Create(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            IncludeErrorDetail = false,
            NoResetOnClose = false,
            Multiplexing = false,
            ApplicationName = "agency-roi",
        };
        return new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
    }
}
