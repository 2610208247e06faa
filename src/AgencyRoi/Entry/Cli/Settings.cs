namespace AgencyRoi.Entry.Cli;

internal static class Settings
{
    /// <summary>The same sources as the server's, for verbs that run without one.</summary>
    public static IConfiguration Read() =>
        new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .Build();
}
