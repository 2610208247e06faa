namespace AgencyRoi.LocalPostgres;

internal static class SearchPath
{
    public static IEnumerable<string> Folders =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    public static string? Find(string program)
    {
        var file = Executable(program);
        return Folders.Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists);
    }

    public static string Executable(string program) => OperatingSystem.IsWindows() ? program + ".exe" : program;
}
