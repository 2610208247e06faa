using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Reports.AttributionRuns;

/// <summary>A run whose report is shown to the client's people.</summary>
/// <param name="Id">The run.</param>
/// <param name="Version">The run's version as you read it.</param>
internal sealed record PublishAttributionRunInput([property: ID<AttributionRun>] Guid Id, long Version);

/// <summary>A run whose report is hidden from them again.</summary>
/// <param name="Id">The run.</param>
/// <param name="Version">The run's version as you read it.</param>
internal sealed record UnpublishAttributionRunInput([property: ID<AttributionRun>] Guid Id, long Version);

[MutationType]
internal static partial class PublishAttributionRun
{
    /// <summary>
    /// Shows the report of a run that is done to the client's people: its credits of each model, as they were made, and no cost. They find it in <c>publishedAttribution</c> of the portal.
    /// </summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    public static Task<FieldResult<AttributionRun>> PublishAttributionRunAsync(
        PublishAttributionRunInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync(
            (session, token) => ChangeAsync(session, input.Id, input.Version, run => run.Publish(time.GetUtcNow()), token),
            cancellationToken
        );

    /// <summary>Hides the report of a run from the client's people again.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    public static Task<FieldResult<AttributionRun>> UnpublishAttributionRunAsync(
        UnpublishAttributionRunInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync(
            (session, token) =>
                ChangeAsync(
                    session,
                    input.Id,
                    input.Version,
                    run =>
                    {
                        run.Unpublish(time.GetUtcNow());
                        return null;
                    },
                    token
                ),
            cancellationToken
        );

    private static async Task<FieldResult<AttributionRun>> ChangeAsync(
        DatabaseSession session,
        Guid id,
        long version,
        Func<AttributionRun, IUserError?> change,
        CancellationToken cancellationToken
    )
    {
        var found = await session.FindAsync<AttributionRun>("run", id, version, cancellationToken);
        if (found.Failed(out var problem, out var run))
            return problem.Refuse<AttributionRun>();
        return change(run) is { } refused ? refused.Refuse<AttributionRun>() : await session.SaveAsync(run, cancellationToken);
    }
}
