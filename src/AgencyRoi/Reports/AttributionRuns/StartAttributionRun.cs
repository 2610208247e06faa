using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Reports.Attribution;
using AgencyRoi.Terms.AttributionPolicies;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Reports.AttributionRuns;

/// <summary>Attribution that is to be made in the background.</summary>
/// <param name="ClientId">The client.</param>
/// <param name="Period">The days of the conversions and refunds.</param>
/// <param name="By">The dimension that conversions are credited to.</param>
/// <param name="Models">Up to twelve; without it the usual ones of <c>client.attribution</c>.</param>
/// <param name="Source">The records that journeys are read from.</param>
internal sealed record StartAttributionRunInput(
    [property: ID<Client>] ClientId ClientId,
    PeriodInput Period,
    AttributionDimension By = AttributionDimension.Channel,
    IReadOnlyList<AttributionModelInput>? Models = null,
    AttributionSource Source = AttributionSource.Touches
);

[MutationType]
internal static partial class StartAttributionRun
{
    private const int MostUnfinished = 5;
    private const int MostKept = 50;

    /// <summary>
    /// Starts attribution in the background, for more journeys than <c>client.attribution</c> has time for: the same arguments, and the same report when its state is DONE. Five of a
    /// client may be unfinished at once. To repeat it safely, send it again: while one of the same question is unfinished, it is the answer.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    public static async Task<FieldResult<AttributionRun>> StartAttributionRunAsync(
        StartAttributionRunInput input,
        OperationDatabase database,
        AttributionRunner runner,
        TimeProvider time,
        CancellationToken cancellationToken
    ) =>
        await database.RunAsync(
            async (session, token) =>
            {
                var started = await StartAsync(session, input, time.GetUtcNow(), token);
                if (started.Value is { } run)
                    database.AfterCommit(() => runner.Ask(session.Scope.Tenant, run.Id));
                return started;
            },
            cancellationToken
        );

    private static async Task<FieldResult<AttributionRun>> StartAsync(
        DatabaseSession session,
        StartAttributionRunInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        input.Period.ToRange();
        var models = AskedModels.Of(input.Models, input.Source);
        var checks = new InputChecks();
        AskedModels.Check(checks, models, input.Source, input.By);
        if (!checks.Passed)
            return checks.Refuse<AttributionRun>();
        // Two who start come one after the other.
        await session.LockAsync("clients", input.ClientId, cancellationToken);
        if (!await session.Db.Set<Client>().AnyAsync(client => client.Id == input.ClientId, cancellationToken))
            return NotFoundError.Of("client", "clientId").Refuse<AttributionRun>();
        var ofClient = session.Db.Set<AttributionRun>().Where(run => run.ClientId == input.ClientId);
        var created = AttributionRun.Create(session.TenantId, input, models, now);
        var unfinished = await ofClient.Where(run => run.FinishedAt == null).ToListAsync(cancellationToken);
        if (unfinished.FirstOrDefault(created.IsSameQuestion) is { } same)
            return same;
        if (unfinished.Count >= MostUnfinished)
            return BadInputError
                .At("clientId", $"{MostUnfinished} runs of this client are not finished: wait until one is.")
                .Refuse<AttributionRun>();
        var kept = await ofClient
            .OrderByDescending(run => run.CreatedAt)
            .ThenByDescending(run => run.Id)
            .Skip(MostKept - 1)
            .Select(run => run.Id)
            .ToListAsync(cancellationToken);
        if (kept.Count > 0)
            await ofClient.Where(run => kept.Contains(run.Id)).ExecuteDeleteAsync(cancellationToken);
        session.Db.Add(created);
        return await session.SaveAsync(created, cancellationToken);
    }
}
