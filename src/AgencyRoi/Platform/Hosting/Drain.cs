using AgencyRoi.Platform.Database;

namespace AgencyRoi.Platform.Hosting;

/// <summary>
/// The first seconds of an end: readiness has failed, so that a balancer sends nobody any more, and whoever still comes is answered. Then the
/// port closes, and what runs is completed.
/// </summary>
internal sealed class Drain : IHostedLifecycleService, IDisposable
{
    public const string Setting = "Hosting:DrainSeconds";

    private readonly CancellationTokenSource over = new();
    private readonly TimeSpan time;
    private volatile bool hasBegun;

    public Drain(IConfiguration settings, IHostApplicationLifetime lifetime)
    {
        var seconds = settings.GetValue(Setting, 0.0);
        if (seconds is not (>= 0 and <= 25))
            throw new AgencyRoi.Platform.Database.SettingException(
                $"{Setting} lies between 0 and 25: after 30 seconds the process ends whatever still runs."
            );
        time = TimeSpan.FromSeconds(seconds);
        lifetime.ApplicationStopping.Register(() => hasBegun = true);
    }

    /// <summary>Whether the process has been told to end.</summary>
    public bool HasBegun => hasBegun;

    /// <summary>Cancelled when the port closes: streams, which have no end of their own, end here.</summary>
    public CancellationToken Over => over.Token;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        hasBegun = true;
        await Task.Delay(time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await over.CancelAsync();
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => over.Dispose();
}
