namespace AgencyRoi.LocalPostgres;

internal static class Ownership
{
    /// <summary>Whether this process's own account owns a path.</summary>
    public static async Task<bool> IsOwnAsync(string path, CancellationToken cancellationToken) =>
        OperatingSystem.IsWindows() || (await HostCommand.RunAsync(["test", "-O", path], Path.GetTempPath(), cancellationToken)).Succeeded;
}
