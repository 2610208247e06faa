using System.Net;
using System.Net.Sockets;
using AgencyRoi.Platform.Database;

namespace AgencyRoi.Entry.Demo;

/// <summary>Looks before the work begins whether the folder can be written and the port is free, and says what to do when not.</summary>
internal static class DemoPlace
{
    public static async Task CheckAsync(DemoOptions options, CancellationToken cancellationToken)
    {
        await CheckFolderAsync(options.StateFolder, cancellationToken);
        foreach (var each in new[] { options.Address, options.ProviderAddress })
            if (Uri.TryCreate(each, UriKind.Absolute, out var address) && address.Port > 0)
                CheckPort(address.Port);
    }

    public static SettingException PortTaken(int port) =>
        new(
            $"Port {port} is taken, perhaps by another demo: stop what uses it, or choose another one with --port {(port < 65535 ? port + 1 : 5080)}."
        );

    private static async Task CheckFolderAsync(string folder, CancellationToken cancellationToken)
    {
        // A name that nobody else has given to a file.
        var probe = Path.Combine(folder, $"probe-{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllTextAsync(probe, "", cancellationToken);
            File.Delete(probe);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SettingException(
                $"""
                {folder} cannot be written ({error.Message.TrimEnd('.')}).
                The demo keeps its database and its tokens there: give yourself the right to write, or run it from a copy that is yours.
                """
            );
        }
    }

    private static void CheckPort(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
        }
        catch (SocketException error) when (error.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw PortTaken(port);
        }
        catch (SocketException error)
        {
            throw new SettingException($"Port {port} cannot be used ({error.Message.TrimEnd('.')}): choose another one with --port.");
        }
    }
}
