using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Rows;

namespace AgencyRoi.Terms.ReportingDelays;

/// <summary>How long a source takes from a day on. Give a stream of value or a category of cost, not both.</summary>
/// <param name="EffectiveFrom">The first day for whose figures it holds.</param>
/// <param name="Days">From 0 to 366: how many days pass after a day until its figures stand.</param>
/// <param name="Stream">The stream of value that it is about.</param>
/// <param name="CostCategory">The category of cost that it is about.</param>
/// <param name="Note">Why it is set so, at most 2000 characters.</param>
internal sealed record SetReportingDelayInput(
    DateOnly EffectiveFrom,
    int Days,
    ValueStream? Stream = null,
    CostCategory? CostCategory = null,
    string? Note = null
);

[MutationType]
internal static partial class SetReportingDelay
{
    private const int MostDays = 366;

    /// <summary>
    /// States how long a source usually takes until what it reports of a day stands: figures that are younger are marked provisional. Until then
    /// hours take 7 days, PLATFORM, AGENCY_FEE and OVERHEAD none, and all else 3. It changes no amount. Refused to a token that is restricted to
    /// clients. Of two for the same day the later one holds. To repeat it safely, send it again: it states the same once more, and nothing counts
    /// twice.
    /// </summary>
    [Error<BadInputError>]
    [Error<ConflictError>]
    [Error<ForbiddenError>]
    public static Task<FieldResult<ReportingDelay>> SetReportingDelayAsync(
        SetReportingDelayInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => SetAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<ReportingDelay>> SetAsync(
        DatabaseSession session,
        SetReportingDelayInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (AgencyWide.ErrorFor(session) is { } forbidden)
            return forbidden.Refuse<ReportingDelay>();
        var checks = new InputChecks();
        checks.Require(
            input.Stream is null != input.CostCategory is null,
            "stream",
            "A delay is that of either a stream of value or a category of cost."
        );
        checks.Require(input.Days is >= 0 and <= MostDays, "days", $"A delay has from 0 to {MostDays} days.");
        checks.Day(input.EffectiveFrom, "effectiveFrom");
        checks.Text(input.Note, "note", longest: 2000);
        if (!checks.Passed)
            return checks.Refuse<ReportingDelay>();

        var source = input.Stream is { } stream ? FigureSource.Of(stream) : FigureSource.Of(input.CostCategory!.Value); // one of them is given
        // Two for the same day get numbers one after the other.
        await session.LockAsync(AgencyLock.TermRevisions, cancellationToken);
        var revision = await session
            .Db.Set<ReportingDelay>()
            .Where(row => row.Side == source.Side && row.Source == source.Code)
            .NextRevisionAsync(input.EffectiveFrom, cancellationToken);
        var delay = ReportingDelay.Create(session.TenantId, source, input, revision, now);
        session.Db.Add(delay);
        return await session.SaveAsync(delay, cancellationToken);
    }
}
