using AgencyRoi.Ledger.Posting;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Experiments;

/// <summary>The start of an experiment.</summary>
/// <param name="Id">The experiment.</param>
/// <param name="Version">Its version as you read it.</param>
/// <param name="From">The first day on which units come in, in the client's time zone, today at the latest; without one today.</param>
internal sealed record StartExperimentInput([property: ID<Experiment>] Guid Id, long Version, DateOnly? From = null);

/// <summary>The end of an experiment.</summary>
/// <param name="Id">The experiment.</param>
/// <param name="Version">Its version as you read it.</param>
/// <param name="To">The first day after the last on which units came in, in the client's time zone, tomorrow at the latest; without one today.</param>
internal sealed record EndExperimentInput([property: ID<Experiment>] Guid Id, long Version, DateOnly? To = null);

[MutationType]
internal static partial class ExperimentCourse
{
    /// <summary>Starts an experiment: results are taken from then on. Starting it again on the same day changes nothing, so that it is safe to repeat.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    public static Task<FieldResult<Experiment>> StartExperimentAsync(
        StartExperimentInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync(
            (session, token) => MoveAsync(session, new(input.Id, input.Version, input.From, "from"), time.GetUtcNow(), token),
            cancellationToken
        );

    /// <summary>
    /// Ends an experiment, for good: its verdict is made of what came in until then. One that was not started is cancelled. Ending it again on the same day changes nothing,
    /// so that it is safe to repeat.
    /// </summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    public static Task<FieldResult<Experiment>> EndExperimentAsync(
        EndExperimentInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync(
            (session, token) => MoveAsync(session, new(input.Id, input.Version, input.To, "to"), time.GetUtcNow(), token),
            cancellationToken
        );

    private static async Task<FieldResult<Experiment>> MoveAsync(
        DatabaseSession session,
        Move move,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var checks = new InputChecks();
        checks.Day(move.Day, move.Field);
        if (!checks.Passed)
            return checks.Refuse<Experiment>();
        var found = await session.FindAsync<Experiment>("experiment", move.Id, move.Version, cancellationToken);
        if (found.Failed(out var problem, out var experiment))
            return problem.Refuse<Experiment>();
        var today = (await ClientDays.TodayAsync(session, [experiment.ClientId], now, cancellationToken))[experiment.ClientId];
        var day = move.Day ?? today;
        if (day > (move.Field == "from" ? today : today.AddDays(1)))
            return BadInputError.At(move.Field, "The day lies in the future.").Refuse<Experiment>();
        var refused =
            move.Field == "from" ? experiment.Start(day, now)
            : await HasResultsFromAsync(session, experiment, day, cancellationToken) ? ResultsAfterEnd(day)
            : experiment.End(day, now);
        return refused is null ? await session.SaveAsync(experiment, cancellationToken) : refused.Refuse<Experiment>();
    }

    private static async Task<bool> HasResultsFromAsync(
        DatabaseSession session,
        Experiment experiment,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        // Results are recorded under this lock: none of a day after the end slips in between.
        await LedgerHeads.LockAsync(session, [experiment.ClientId], cancellationToken);
        return await session
            .Db.Set<ExperimentResult>()
            .AnyAsync(
                result =>
                    result.ClientId == experiment.ClientId
                    && result.ExperimentCode == experiment.Code
                    && result.RetractedAt == null
                    && result.OccurredOn >= day,
                cancellationToken
            );
    }

    private static BadInputError ResultsAfterEnd(DateOnly day) =>
        BadInputError.At("to", $"It has results of {day:yyyy-MM-dd} or later: end it after them, or retract them first.");

    private sealed record Move(Guid Id, long Version, DateOnly? Day, string Field);
}
