using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace AgencyRoi.LocalPostgres;

/// <summary>
/// A server still running on a cluster whose process was killed. Its process id may by now belong to anyone, so nothing is
/// stopped or used before it has proved to be the server of this folder.
/// </summary>
internal sealed record LeftOverServer(int Port, bool IsUsable)
{
    public static async Task<LeftOverServer?> FindAsync(ClusterFolder folder, string password, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder.Data, "postmaster.pid");
        if (!File.Exists(file))
            return null;

        // Lines of postmaster.pid: process id, data folder, start time, port, …
        var lines = await File.ReadAllLinesAsync(file, cancellationToken);
        var process = lines.Length > 0 && int.TryParse(lines[0], CultureInfo.InvariantCulture, out var id) ? id : 0;
        var port = lines.Length > 3 && int.TryParse(lines[3], CultureInfo.InvariantCulture, out var number) ? number : 0;
        if (port > 0 && await AnswersAsync(port, folder.Data, password, cancellationToken))
            return new LeftOverServer(port, IsUsable: true);
        if (await IsServerOfAsync(process, folder.Data, cancellationToken))
            return new LeftOverServer(port, IsUsable: false);

        File.Delete(file);
        return null;
    }

    // The password is this cluster's own and scram proves it both ways, so an answer comes from our server.
    private static async Task<bool> AnswersAsync(int port, string data, string password, CancellationToken cancellationToken)
    {
        var connectionString = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = port,
            Database = "postgres",
            Username = "postgres",
            Password = password,
            Pooling = false,
            Timeout = 5,
        };
        try
        {
            await using var connection = new NpgsqlConnection(connectionString.ConnectionString);
            await connection.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand("select setting from pg_settings where name = 'data_directory'", connection);
            return (string?)await command.ExecuteScalarAsync(cancellationToken) == data;
        }
        catch (NpgsqlException)
        {
            // Nobody there, someone else's server, or ours on its way up or down: the process decides.
            return false;
        }
    }

    // A server's working folder is its data folder.
    private static async Task<bool> IsServerOfAsync(int processId, string data, CancellationToken cancellationToken)
    {
        if (processId <= 0 || !Process.GetProcesses().Any(process => process.Id == processId))
            return false;
        if (OperatingSystem.IsLinux())
            return WorkingFolderOf(processId) == data;
        if (OperatingSystem.IsWindows())
            return Process.GetProcessById(processId).ProcessName == "postgres";
        var words = await HostCommand.RunAsync(["ps", "-o", "command=", "-p", $"{processId}"], "/", cancellationToken);
        return words.Output.Contains(data, StringComparison.Ordinal);
    }

    private static string? WorkingFolderOf(int processId)
    {
        try
        {
            return new FileInfo($"/proc/{processId}/cwd").ResolveLinkTarget(returnFinalTarget: false)?.FullName;
        }
        catch (IOException)
        {
            // It has ended since, or is waiting to be buried: then it works nowhere.
            return null;
        }
    }
}
