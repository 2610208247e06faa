namespace AgencyRoi.Platform.Hosting;

/// <summary>
/// The names of all settings: one that is misspelt has no effect, and whoever set it is told so. A warning and no refusal, since the environment of a
/// process may hold names of others.
/// </summary>
internal static partial class SettingNames
{
    public static readonly IReadOnlyDictionary<string, string[]> BySection = new Dictionary<string, string[]>(
        StringComparer.OrdinalIgnoreCase
    )
    {
        ["Auth"] = ["Authority", "Audience", "AppUrl", "LongestTokenMinutes", "ClientIds"],
        ["ConnectionStrings"] = ["App", "Listener", "Migrator", "Ops", "Superuser"],
        ["Cors"] = ["AllowedOrigins"],
        ["Database"] = ["ConnectionsPerAgency", "WaitSeconds"],
        ["Hosting"] = ["DrainSeconds"],
        ["Limits"] = ["Terms", "TermNesting", "Values", "ListItems"],
        ["Proxies"] = ["Trusted"],
        ["ResponseCache"] = ["Megabytes"],
        ["SignIn"] = ["FailuresPerAddress"],
        ["Streams"] = ["MaxPerToken"],
        ["Telemetry"] = ["Exporter", "Endpoint"],
        ["Throttling"] =
        [
            "Enabled",
            "OperationPoints",
            "RefusedPoints",
            "RowsPerPoint",
            "AgencyPoints",
            "AgencyPointsPerSecond",
            "TokenShare",
        ],
        ["WebSockets"] = ["InitSeconds", "MaxOperations", "MaxPerToken"],
    };

    public static void WarnOfUnknown(IConfiguration settings, ILogger log)
    {
        foreach (var name in Unknown(settings))
            LogUnknown(log, name);
    }

    /// <summary>Unknown names in the known sections, and sections that look like a known one.</summary>
    public static IEnumerable<string> Unknown(IConfiguration settings) =>
        from section in settings.GetChildren()
        let isOurs = BySection.ContainsKey(section.Key)
        where isOurs || BySection.Keys.Any(known => LooksLike(known, section.Key))
        from setting in section.GetChildren()
        where !isOurs || !BySection[section.Key].Contains(setting.Key, StringComparer.OrdinalIgnoreCase)
        select setting.Path;

    private static bool LooksLike(string known, string name) =>
        name.Length >= 4 && Math.Abs(name.Length - known.Length) <= 2 && name.StartsWith(known[..4], StringComparison.OrdinalIgnoreCase);

    [LoggerMessage(LogLevel.Warning, "There is no setting {Name}, and it has no effect: README.md, \"Settings\", has the names.")]
    private static partial void LogUnknown(ILogger log, string name);
}
