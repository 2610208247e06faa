using System.Net.Http.Json;
using AgencyRoi.Access;
using AgencyRoi.GraphQL.Execution;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Hosting;
using AgencyRoi.Platform.Tenancy;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Npgsql;

namespace AgencyRoi.Entry.Api;

/// <summary>
/// Does once, before the process is ready, what callers will ask for: otherwise the first of them wait while EF makes its model, queries are
/// compiled and planned, connections are opened and code is compiled. All of it is asked for an agency that does not exist, so that no policy lets a row through.
/// </summary>
internal sealed partial class WarmUp(
    IServiceProvider services,
    Engines engines,
    AgencyDatabase database,
    ConnectionPlaces places,
    Readiness readiness,
    IServer server,
    StartUp startUp,
    ILogger<WarmUp> log
) : BackgroundService, IHostedLifecycleService
{
    private const int Connections = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly string[] Staff =
    [
        """
            {
              viewer { role permissions agency { name } }
              clients(first: 20) { totalCount pageInfo { endCursor } nodes { id name channels(first: 5) { nodes { name } } goals(first: 5) { nodes { name } } } }
              compareClients(period: { from: "2024-01-01", to: "2025-01-01" }) { rows { rank client { name } cost { amount } adjusted { value { amount } roiPercent } } }
            }
            """,
        // Refused for its name, before anything is written.
        """
            mutation {
              createClient(input: { name: "", industry: OTHER, businessModel: B2C, size: SMALL, currency: "USD", timeZone: "UTC" }) { errors { __typename } }
            }
            """,
    ];

    private static readonly string[] Portal = ["{ viewer { role } clients(first: 20) { nodes { id name } } }"];

    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The first try is part of the start; without a database there are more, until one succeeds.</summary>
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        await TryAsync(cancellationToken);
        started.TrySetResult();
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await started.Task.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!startUp.IsWarm && !stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await TryAsync(stoppingToken);
        }
    }

    private async Task TryAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var state = await readiness.LookAsync(patience.Token);
            if (state.Reason is not null)
            {
                readiness.Tell(state);
                return;
            }
            await OpenConnectionsAsync(patience.Token);
            // Twice: what is compiled at its first run is planned by the server at its second.
            for (var round = 0; round < 2; round++)
            {
                await AskAsync(AccessRole.Owner, Staff, patience.Token);
                await AskAsync(AccessRole.Portal, Portal, patience.Token);
            }
            await CallAsync(patience.Token);
            startUp.Done();
            readiness.Tell(state);
        }
        // Whatever it is, callers get it described by their own operations; this process is just not ready.
        catch (Exception failure)
        {
            NotWarm(log, failure.GetType().Name);
        }
    }

    // Without transactions: behind a PgBouncer these would hold connections to the server, of which there may be fewer.
    private async Task OpenConnectionsAsync(CancellationToken cancellationToken)
    {
        var opened = new List<NpgsqlConnection>();
        try
        {
            while (opened.Count < Math.Clamp(places.All / 2, 1, Connections))
                opened.Add(await database.OpenConnectionAsync(cancellationToken));
        }
        finally
        {
            foreach (var connection in opened)
                await connection.DisposeAsync();
        }
    }

    private async Task AskAsync(AccessRole role, string[] documents, CancellationToken cancellationToken)
    {
        foreach (var document in documents)
        {
            await using var scope = services.CreateAsyncScope();
            var viewer = ViewerOf(role);
            scope.ServiceProvider.GetRequiredService<ViewerAccessor>().Set(viewer);
            var context = new OperationContext
            {
                Services = scope.ServiceProvider,
                Lifecycle = scope.ServiceProvider.GetRequiredService<OperationTransactions>(),
            };
            using var answer = await engines.For(viewer).ExecuteAsync(new GraphQLRequest(document), context, cancellationToken);
            if (answer.Errors.Count > 0)
                throw new InvalidOperationException($"The warm-up was answered with {answer.Errors[0].Code}.");
        }
    }

    /// <summary>A request of its own over HTTP, without a token and so without an answer; an address that is not plain HTTP is left alone.</summary>
    private async Task CallAsync(CancellationToken cancellationToken)
    {
        var address = server
            .Features.Get<IServerAddressesFeature>()
            ?.Addresses.Select(address => BindingAddress.Parse(address))
            .FirstOrDefault(address => address is { Scheme: "http", IsUnixPipe: false, IsNamedPipe: false });
        if (address is null)
            return;
        var host = address.Host is "0.0.0.0" or "[::]" or "*" or "+" ? "localhost" : address.Host;
        using var caller = new HttpClient();
        using var answer = await caller.PostAsJsonAsync(
            $"http://{host}:{address.Port}{ApiModule.Address}",
            new { query = "{ __typename }" },
            cancellationToken
        );
    }

    private static Viewer ViewerOf(AccessRole role) =>
        new(
            Caller.Token(Guid.Empty),
            new TenantInfo(default, "warm-up", "", "USD", "UTC"),
            role,
            role == AccessRole.Portal ? ClientScope.Only(new ClientId(Guid.Empty)) : ClientScope.All
        );

    [LoggerMessage(LogLevel.Information, "Not warm yet: {Reason}.")]
    private static partial void NotWarm(ILogger log, string reason);
}
