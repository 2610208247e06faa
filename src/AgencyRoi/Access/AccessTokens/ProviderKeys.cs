using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace AgencyRoi.Access.AccessTokens;

/// <summary>
/// The provider's discovery document and keys, fetched at the start and every hour, and once more when a token names a key that is not among them: but never
/// more often than every ten seconds, however many such tokens are sent. The package's own keeper is not used: it fetches behind the request that
/// needs a new key, so that this is refused, and goes on taking a key that was withdrawn.
/// </summary>
internal sealed partial class ProviderKeys(AuthSettings settings, ProviderHttp http, TimeProvider time, ILogger<ProviderKeys> logger)
    : BackgroundService
{
    /// <summary>Between two fetches, whoever asks for them.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <summary>Between two fetches that nobody asks for.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>How long keys are taken while the provider cannot be asked: it may have withdrawn them since.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    private readonly Lock sync = new();
    private volatile Fetched? latest;
    private Task fetching = Task.CompletedTask;
    private DateTimeOffset pausedUntil;
    private bool isOut;

    /// <summary>Null when the provider cannot be reached and nothing that it said before may still count.</summary>
    public async ValueTask<OpenIdConnectConfiguration?> GetAsync(CancellationToken cancellationToken)
    {
        if (Usable() is { } known)
            return known.Configuration;
        await FetchAsync(cancellationToken);
        return Usable()?.Configuration;
    }

    /// <summary>What the provider says now, to a caller that has not found its key in what it said before. Null when it does not answer.</summary>
    public async ValueTask<OpenIdConnectConfiguration?> GetAfterAsync(OpenIdConnectConfiguration seen, CancellationToken cancellationToken)
    {
        await FetchAsync(cancellationToken);
        lock (sync)
            return isOut && latest?.Configuration == seen ? null : latest?.Configuration;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Authority is null)
            return;
        try
        {
            while (true)
            {
                await FetchAsync(stoppingToken);
                bool failed;
                lock (sync)
                    failed = isOut;
                await Task.Delay(failed ? Pause : Interval, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process ends.
        }
    }

    private Fetched? Usable() => latest is { } known && time.GetUtcNow() - known.At < Longest ? known : null;

    // One at a time, for all who wait. It goes on when one of them leaves.
    private async Task FetchAsync(CancellationToken cancellationToken)
    {
        Task running;
        lock (sync)
        {
            var now = time.GetUtcNow();
            if (fetching.IsCompleted && now < pausedUntil)
                return;
            if (fetching.IsCompleted)
            {
                pausedUntil = now + Pause;
                fetching = FetchNowAsync(now);
            }
            running = fetching;
        }
        await running.WaitAsync(cancellationToken);
    }

    private async Task FetchNowAsync(DateTimeOffset now)
    {
        await Task.Yield(); // Nothing is sent under the lock.
        string? problem = null;
        try
        {
            var said = await OpenIdConnectConfigurationRetriever.GetAsync(settings.DiscoveryAddress, http, CancellationToken.None);
            problem = ProblemOf(said);
            if (problem is null)
                latest = new Fetched(said, now);
        }
        // Whatever an outside server answers, and however its reader fails at it, is the same here: there are no keys.
        catch (Exception error)
        {
            problem = error.GetType().Name;
        }
        bool wasOut;
        lock (sync)
            (wasOut, isOut) = (isOut, problem is not null);
        if (problem is not null && !wasOut)
            LogOut(settings.DiscoveryAddress, problem);
        else if (problem is null && wasOut)
            LogBack();
    }

    // OpenID Connect Discovery 1.0, section 4.3. A final slash is written by some and not by others.
    private string? ProblemOf(OpenIdConnectConfiguration said) =>
        said.Issuer?.TrimEnd('/') != settings.Authority?.TrimEnd('/') ? "it names another issuer than Auth:Authority"
        : said.JsonWebKeySet is not { Keys.Count: > 0 } ? "it has no keys"
        : null;

    [LoggerMessage(
        LogLevel.Warning,
        "The provider's keys cannot be had from {Address} ({Problem}): access tokens of keys not known yet are answered 503."
    )]
    private partial void LogOut(string address, string problem);

    [LoggerMessage(LogLevel.Information, "The provider's keys can be had again.")]
    private partial void LogBack();

    private sealed record Fetched(OpenIdConnectConfiguration Configuration, DateTimeOffset At);
}
