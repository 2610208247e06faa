using System.Threading.Channels;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Outages;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Records.JourneySums;
using AgencyRoi.Reports.Attribution;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AgencyRoi.Reports.AttributionRuns;

/// <summary>
/// Makes attribution in the background, one run after the other: those that were started here, and those that somebody asks about and nobody makes. A run whose maker is gone is left
/// with the next question about it to whoever answers that.
/// </summary>
internal sealed partial class AttributionRunner(
    AgencyDatabase database,
    JourneyKeeper keeper,
    TimeProvider time,
    OutageLog outages,
    ILogger<AttributionRunner> log
) : BackgroundService
{
    private const int MostAsked = 1000;
    private static readonly TimeSpan Telling = TimeSpan.FromSeconds(2);

    // What does not fit is asked about again.
    private readonly Channel<(TenantInfo Agency, Guid Run)> asked = Channel.CreateBounded<(TenantInfo, Guid)>(
        new BoundedChannelOptions(MostAsked) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    /// <summary>The run is to be made, if nobody makes it.</summary>
    public void Ask(TenantInfo agency, Guid run) => asked.Writer.TryWrite((agency, run));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var (agency, run) in asked.Reader.ReadAllAsync(stoppingToken))
                await TryMakeAsync(agency, run, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process ends; what it was making is left.
        }
    }

    // Such as when the database is away: the run is left, and made when somebody asks about it.
    private async Task TryMakeAsync(TenantInfo agency, Guid run, CancellationToken cancellationToken)
    {
        try
        {
            await MakeAsync(agency, run, cancellationToken);
        }
        catch (Exception failure) when (IsLeft(failure) && !cancellationToken.IsCancellationRequested)
        {
            outages.Note(failure);
        }
        // A run is not worth a failing process.
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailure(log, failure);
        }
    }

    private async Task MakeAsync(TenantInfo agency, Guid run, CancellationToken cancellationToken)
    {
        var scope = new TenantScope(agency, ClientScope.All, "attribution-run");
        var row = new RunProgress(database, scope, run, time);
        if (!await row.TryTakeAsync(cancellationToken))
            return;
        try
        {
            var progress = new JourneyProgress();
            var report = await ReportAsync(scope, run, row, progress, cancellationToken);
            await row.FinishAsync(report, progress.Read, cancellationToken);
        }
        catch (Exception failure) when (!IsLeft(failure))
        {
            LogFailure(log, failure);
            await row.FailAsync(cancellationToken);
        }
    }

    // The database is away, or the process ends: whoever asks next has it made.
    private static bool IsLeft(Exception failure) =>
        failure is NpgsqlException or OperationCanceledException or OutcomeUnknownException || Outage.IsMeantBy(failure);

    private async Task<AttributionReport> ReportAsync(
        TenantScope scope,
        Guid id,
        RunProgress row,
        JourneyProgress progress,
        CancellationToken cancellationToken
    )
    {
        await using var session = await database.OpenOwnAsync(scope, SessionMode.Read, cancellationToken);
        await session.AllowAnyTimeAsync(cancellationToken);
        var run = await session.Db.Set<AttributionRun>().AsNoTracking().SingleAsync(each => each.Id == id, cancellationToken);
        var client = await session.Db.Set<Client>().AsNoTracking().SingleAsync(each => each.Id == run.ClientId, cancellationToken);
        var span = new JourneySpan(
            client.Id,
            client.TimeZone,
            new DateRange(run.FromDay, run.ToDay),
            Calendar.DayIn(client.TimeZone, time.GetUtcNow())
        );
        var question = new AttributionQuestion(client, span, run.Source, run.Dimension, run.Models);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var telling = TellAsync(row, progress, done.Token, cancellationToken);
        try
        {
            return await question.AnswerAsync(session, new() { Keeper = keeper, Progress = progress }, cancellationToken);
        }
        finally
        {
            await done.CancelAsync();
            await telling;
        }
    }

    /// <param name="done">The report is made. What is being written then is written: a commit that is broken off has an unknown end.</param>
    private static async Task TellAsync(
        RunProgress row,
        JourneyProgress progress,
        CancellationToken done,
        CancellationToken cancellationToken
    )
    {
        while (!done.IsCancellationRequested)
        {
            await row.TellAsync(progress.Read, progress.Total, cancellationToken);
            await Task.Delay(Telling, done).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(LogLevel.Error, "A run of attribution could not be made.")]
    private static partial void LogFailure(ILogger log, Exception failure);
}
