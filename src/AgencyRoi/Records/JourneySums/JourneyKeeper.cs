using System.Collections.Concurrent;
using AgencyRoi.Ledger.Posting;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Notices;
using AgencyRoi.Platform.Database.Outages;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Records.Journeys;
using Npgsql;

namespace AgencyRoi.Records.JourneySums;

/// <summary>
/// Keeps the sums over journeys of clients whose attribution was asked for: whenever it hears that journeys changed, and when a question finds sums that do not
/// know yet. Until they do, questions read the touches themselves, so that what it has not done makes nothing wrong.
/// </summary>
internal sealed partial class JourneyKeeper(AgencyDatabase database, TimeProvider time, OutageLog outages, ILogger<JourneyKeeper> log)
    : BackgroundService
{
    // Touches come in groups.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrentDictionary<AgencyId, TenantInfo> asking = new();
    private readonly ConcurrentDictionary<(AgencyId Agency, ClientId Client), TenantInfo> due = new();

    // Never disposed, and holds nothing that would have to be: a question may still come when the process ends.
    private readonly SemaphoreSlim hints = new(0);

    /// <summary>Somebody asks for the client's attribution, and its sums do not know all.</summary>
    public void Ask(TenantInfo agency, ClientId client)
    {
        asking[agency.Id] = agency;
        due[(agency.Id, client)] = agency;
        hints.Release();
    }

    /// <summary>Journeys of the client changed. Of an agency that nobody asked about here there is nothing to do.</summary>
    public void Hear(AgencyId agency, ClientId client)
    {
        if (!asking.TryGetValue(agency, out var known))
            return;
        due[(agency, client)] = known;
        hints.Release();
    }

    /// <summary>Brings the sums of one client up to what is recorded, and begins them where there are none.</summary>
    public async Task KeepAsync(TenantInfo agency, ClientId client, CancellationToken cancellationToken)
    {
        var scope = new TenantScope(agency, ClientScope.All, "journey-sums");
        var step = await StepAsync(scope, client, cancellationToken);
        if (step == SumStep.NotBegun)
        {
            await BeginAsync(scope, client, cancellationToken);
            step = await StepAsync(scope, client, cancellationToken);
        }
        while (step == SumStep.Counted)
            step = await StepAsync(scope, client, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await hints.WaitAsync(stoppingToken);
                await Task.Delay(Gathering, stoppingToken);
                while (hints.Wait(0, CancellationToken.None)) { }
                foreach (var ((agency, client), known) in due.ToArray())
                    if (due.TryRemove((agency, client), out _))
                        await TryKeepAsync(known, client, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process ends; what is noted is still noted.
        }
    }

    private async Task<SumStep> StepAsync(TenantScope scope, ClientId client, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenOwnAsync(scope, SessionMode.Write, cancellationToken);
        var step = await new SumKeeping(session, client, time.GetUtcNow()).StepAsync(cancellationToken);
        await session.CommitAsync(cancellationToken);
        return step;
    }

    // The lock of the ledger is held by whoever notes a change: one that does not see the head yet is over before it is there.
    private async Task BeginAsync(TenantScope scope, ClientId client, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenOwnAsync(scope, SessionMode.Write, cancellationToken);
        await LedgerHeads.LockAsync(session, [client], cancellationToken);
        var agencyDay = Calendar.DayIn(scope.Tenant.TimeZone, time.GetUtcNow());
        await JourneyHead.BeginAsync(session, client, agencyDay, cancellationToken);
        await session.CommitAsync(cancellationToken);
    }

    // Whoever asks next asks for it again.
    private async Task TryKeepAsync(TenantInfo agency, ClientId client, CancellationToken cancellationToken)
    {
        try
        {
            await KeepAsync(agency, client, cancellationToken);
        }
        catch (Exception failure) when (failure is NpgsqlException || Outage.IsMeantBy(failure))
        {
            outages.Note(failure);
        }
        // Sums are not worth a failing process: questions are answered without them.
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailure(log, failure);
        }
    }

    [LoggerMessage(LogLevel.Error, "Journeys of a client were not summed; its attribution is read from its touches.")]
    private static partial void LogFailure(ILogger log, Exception failure);
}

/// <summary>Hears of journeys that changed.</summary>
internal sealed class ChangedJourneys(JourneyKeeper keeper) : NoticeChannel
{
    public override string Name => JourneyNotice.Channel;

    public override void Heard(string payload)
    {
        if (JourneyNotice.Read(payload) is { } changed)
            keeper.Hear(changed.Agency, changed.Client);
    }

    // What was missed is found by the next question.
    public override void Listening() { }
}
