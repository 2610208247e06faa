using AgencyRoi.Access.AccessTokens;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace AgencyRoi.Tests.Access.AccessTokens;

/// <summary>The services of the module, by their settings; nothing is fetched before a token asks for it.</summary>
internal sealed class ValidatorUnderTest : IAsyncDisposable
{
    private readonly ServiceProvider services;

    public ValidatorUnderTest(string? authority, FakeTimeProvider? clock = null, params (string Name, string Value)[] settings)
    {
        Clock = clock ?? TestClock.Pinned();
        var values = settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value);
        values["Auth:Authority"] = authority;
        values["Auth:Audience"] = authority is null ? null : Forge.Audience;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        collection.AddSingleton<TimeProvider>(Clock);
        new AccessTokensModule().AddServices(collection, configuration);
        services = collection.BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; }

    public DateTimeOffset Now => Clock.GetUtcNow();

    public LogCapture Log { get; } = new();

    public AccessTokenValidator AccessTokens => services.GetRequiredService<AccessTokenValidator>();
    public IdTokenValidator IdTokens => services.GetRequiredService<IdTokenValidator>();
    public VerifiedEmail Emails => services.GetRequiredService<VerifiedEmail>();
    public ProviderKeys Keys => services.GetRequiredService<ProviderKeys>();

    /// <summary>Why a token is not taken; null: it is.</summary>
    public async Task<TokenFault?> FaultOfAsync(string token) =>
        (await AccessTokens.ValidateAsync(token, TestContext.Current.CancellationToken)).Fault;

    /// <summary>What the process would run besides.</summary>
    public IHostedService Background => services.GetRequiredService<ProviderKeys>();

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
