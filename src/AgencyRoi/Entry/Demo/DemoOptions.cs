using AgencyRoi.LocalPostgres;

namespace AgencyRoi.Entry.Demo;

/// <param name="StateFolder">Holds the private database and the file with the tokens.</param>
/// <param name="Port">Null: what the setting Urls says, else 5080.</param>
/// <param name="Exit">Ends after the table instead of serving on.</param>
/// <param name="Reset">Drops what an earlier run made.</param>
internal sealed record DemoOptions(IConfiguration Settings, string StateFolder, int? Port, bool Exit, bool Reset)
{
    private const string DefaultAddress = "http://127.0.0.1:5080";
    private const int FromApiToProvider = 1000;

    public PrivatePostgresOptions Postgres => new(Path.Combine(StateFolder, "pg"));

    public string Address => Port is { } port ? $"http://127.0.0.1:{port}" : (Settings["Urls"] ?? DefaultAddress).Split(';')[0];

    /// <summary>Development or another; a newcomer's browser gets pages, unless another one was named.</summary>
    public static string Environment { get; } =
        System.Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environments.Development;

    /// <summary>
    /// Where the demo's people sign in, on a port that is no neighbour of the API's, which another demo may have. Null: nowhere, because nobody will, another
    /// provider was named, or somebody could come from another machine.
    /// </summary>
    public string? ProviderAddress =>
        !Exit
        && Environment == Environments.Development
        && string.IsNullOrWhiteSpace(Settings["Auth:Authority"])
        && Uri.TryCreate(Address, UriKind.Absolute, out var api)
        && api.IsLoopback
            ? $"http://127.0.0.1:{ProviderPort(api.Port)}"
            : null;

    private static int ProviderPort(int api) =>
        api == 0 ? 0
        : api + FromApiToProvider <= ushort.MaxValue ? api + FromApiToProvider
        : api - FromApiToProvider;
}
