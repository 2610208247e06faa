using System.Net;
using System.Net.Sockets;
using AgencyRoi.Entry.Demo;
using AgencyRoi.Platform.Database;
using Microsoft.Extensions.Configuration;

namespace AgencyRoi.Tests.Entry.Demo;

public sealed class DemoPlaceTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("agency-roi-place-").FullName;

    [Fact]
    public async Task A_taken_port_is_named_with_what_to_do()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var refused = await Assert.ThrowsAsync<SettingException>(() => CheckAsync(folder, port));

        Assert.StartsWith(
            $"Port {port} is taken, perhaps by another demo: stop what uses it, or choose another one with --port",
            refused.Message
        );
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_named_with_what_to_do()
    {
        var file = Path.Combine(folder, "state");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<SettingException>(() => CheckAsync(file, port: 0));

        Assert.StartsWith($"{file} cannot be written", refused.Message);
        Assert.Contains("run it from a copy that is yours", refused.Message);
    }

    [Fact]
    public async Task A_free_place_passes_and_nothing_is_left_in_it()
    {
        await CheckAsync(Path.Combine(folder, "new"), port: 0);

        Assert.Empty(Directory.EnumerateFiles(Path.Combine(folder, "new")));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static Task CheckAsync(string stateFolder, int port) =>
        DemoPlace.CheckAsync(
            new DemoOptions(new ConfigurationBuilder().Build(), stateFolder, port, Exit: true, Reset: false),
            TestContext.Current.CancellationToken
        );
}
