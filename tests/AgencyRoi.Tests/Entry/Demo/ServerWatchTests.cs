using System.Diagnostics;
using System.Globalization;
using AgencyRoi.Entry.Demo;
using AgencyRoi.LocalPostgres;
using AgencyRoi.Platform.Database.Migrations;
using Npgsql;

namespace AgencyRoi.Tests.Entry.Demo;

/// <summary>The private server is killed the hard way while somebody looks after it.</summary>
public sealed class ServerWatchTests : IAsyncLifetime
{
    private readonly PrivatePostgresOptions options = new(Path.Combine(Path.GetTempPath(), $"agency-roi-watch-{Guid.NewGuid():N}"[..34]))
    {
        Durable = false,
    };
    private readonly SignalWriter output = new("runs again");
    private PrivatePostgres server = null!; // xunit initialises before any test sees it

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => server = await PreparedPostgres.StartAsync(options, Stop);

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await PrivatePostgres.RemoveAsync(options);
    }

    [Fact]
    public async Task A_killed_server_is_started_again_on_its_port_and_nothing_is_lost()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are Unix's.");
        await server.CreateDatabaseIfMissingAsync("kept", Stop);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var watching = new ServerWatch(server, output).RunAsync(end.Token);

        await KillAsync();
        await Task.WhenAny(output.Written, watching);

        Assert.Equal(1, await AskAsync("select 1"));
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
        Assert.Contains("has stopped: starting it again", output.ToString());
    }

    [Fact]
    public async Task One_that_cannot_be_started_again_ends_the_run_with_a_message()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are Unix's.");
        await KillAsync();
        var (data, away) = (Path.Combine(server.Folder, "data"), Path.Combine(server.Folder, "data.away"));
        Directory.Move(data, away);
        try
        {
            var error = await Assert.ThrowsAsync<PostgresUnavailableException>(() => new ServerWatch(server, output).RunAsync(Stop));

            Assert.Contains("did not start", error.Message);
        }
        finally
        {
            Directory.Move(away, data);
        }
    }

    private async Task KillAsync()
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(server.Folder, "data", "postmaster.pid"), Stop);
        var postmaster = Process.GetProcessById(int.Parse(lines[0], CultureInfo.InvariantCulture));
        postmaster.Kill();
        while (await server.IsListeningAsync(Stop))
            await Task.Yield();
    }

    /// <summary>Says when something was written.</summary>
    private sealed class SignalWriter(string sign) : StringWriter
    {
        private readonly TaskCompletionSource written = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Written => written.Task;

        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value?.Contains(sign, StringComparison.Ordinal) == true)
                written.TrySetResult();
        }
    }

    private async Task<object?> AskAsync(string text)
    {
        await using var connection = new NpgsqlConnection(server.SuperuserConnection("kept"));
        await connection.OpenAsync(Stop);
        await using var command = new NpgsqlCommand(text, connection);
        return await command.ExecuteScalarAsync(Stop);
    }
}
