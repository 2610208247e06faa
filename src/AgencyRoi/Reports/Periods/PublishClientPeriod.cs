using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Reports.Periods;

/// <summary>A closed month to be shown to the client's people.</summary>
/// <param name="ClientId">The client.</param>
/// <param name="Month">The first day of the month.</param>
/// <param name="Edition">Which of its closings is shown, from 0.</param>
internal sealed record PublishClientPeriodInput([property: ID<Client>] ClientId ClientId, DateOnly Month, int Edition);

[MutationType]
internal static partial class PublishClientPeriod
{
    /// <summary>
    /// Shows an edition of a closed month to the client's people, in place of the edition that they saw before. They see what was reported, to the
    /// byte, whatever came later. Publishing the edition that is published already changes nothing. To repeat it safely, send it again.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<PeriodNotClosedError>]
    public static Task<FieldResult<ClientPeriod>> PublishClientPeriodAsync(
        PublishClientPeriodInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => PublishAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<ClientPeriod>> PublishAsync(
        DatabaseSession session,
        PublishClientPeriodInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var checks = new InputChecks();
        checks.Month(input.Month);
        if (!checks.Passed)
            return checks.Refuse<ClientPeriod>();
        if (await PeriodWriting.LockClientAsync(session, input.ClientId, cancellationToken) is not { } client)
            return NotFoundError.Of("client", "clientId").Refuse<ClientPeriod>();
        if (client.Kind == ClientKind.House)
            return BadInputError.At("clientId", "Nobody looks at the agency's house account through a portal.").Refuse<ClientPeriod>();

        var period = await PeriodLoaders.FindAsync(session, client.Id, input.Month, cancellationToken);
        if (period?.Closings.Any(closing => closing.Edition == input.Edition) != true)
            return new PeriodNotClosedError().Refuse<ClientPeriod>();
        if (period.PublishedEdition == input.Edition)
            return period;
        return await PeriodPublishing.RecordAsync(session, period, input.Edition, now, cancellationToken);
    }
}
