using Npgsql;

namespace AgencyRoi.Platform.Database;

internal static class DataSources
{
    /// <summary>
    /// A pool as the rules want it: no details of other rows in errors, every connection used by one operation at a time, the reset between users left on
    /// unless the connection string says otherwise; and statements prepared by name only when the string asks for it, on connections that are proven.
    /// </summary>
    public static NpgsqlDataSource Create(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            IncludeErrorDetail = false,
            Multiplexing = false,
            ApplicationName = "agency-roi",
        };
        var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString);
        // A span with an event is not exported, as exceptions are events; the first row's coming is none that is missed.
        builder.ConfigureTracing(tracing => tracing.EnableFirstResponseEvent(false));
        if (settings.MaxAutoPrepare > 0)
            builder.UsePhysicalConnectionInitializer(
                _ => throw new NotSupportedException("Connections are opened asynchronously."),
                new PreparedStatementProof(settings.ConnectionString).DemandAsync
            );
        return builder.Build();
    }

    /// <summary>Whether a pool was told to prepare what it is asked for again.</summary>
    public static PreparedStatements StatementsOf(NpgsqlDataSource source) =>
        new NpgsqlConnectionStringBuilder(source.ConnectionString).MaxAutoPrepare > 0 ? PreparedStatements.On : PreparedStatements.Off;
}
