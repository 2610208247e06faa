using AgencyRoi.LocalPostgres;

namespace AgencyRoi.Entry.Demo;

/// <param name="StateFolder">Holds the private database and the file with the tokens.</param>
/// <param name="Port">Null: what the setting Urls says, else 5080.</param>
/// <param name="Exit">Ends after the table instead of serving on.</param>
/// <param name="Reset">Drops what an earlier run made.</param>
internal sealed record DemoOptions(IConfiguration Settings, string StateFolder, int? Port, bool Exit, bool Reset)
{
    private const string DefaultAddress = "http://127.0.0.1:5080";

    public PrivatePostgresOptions Postgres => new(Path.Combine(StateFolder, "pg"));

    public string Address => Port is { } port ? $"http://127.0.0.1:{port}" : (Settings["Urls"] ?? DefaultAddress).Split(';')[0];
}
