using AgencyRoi.Ledger.Closings;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Reports.Periods;

/// <summary>A month to be closed.</summary>
/// <param name="ClientId">The client.</param>
/// <param name="Month">The first day of the month, which is over in the client's time zone.</param>
internal sealed record CloseClientPeriodInput([property: ID<Client>] ClientId ClientId, DateOnly Month);

[MutationType]
internal static partial class CloseClientPeriod
{
    /// <summary>
    /// Closes a month: its figures are stored as one document with a hash, and can be read ever after as they were reported. Nothing is frozen: what
    /// comes later for days of the month carries the next edition and is listed as a cause. Closing again when nothing has come since changes
    /// nothing. To repeat it safely, send it again.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<PeriodNotOverError>]
    public static Task<FieldResult<ClientPeriod>> CloseClientPeriodAsync(
        CloseClientPeriodInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => CloseAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<ClientPeriod>> CloseAsync(
        DatabaseSession session,
        CloseClientPeriodInput input,
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
        if (input.Month.AddMonths(1) > Calendar.DayIn(client.TimeZone, now))
            return new PeriodNotOverError().Refuse<ClientPeriod>();

        var period = await PeriodLoaders.FindAsync(session, client.Id, input.Month, cancellationToken);
        if (period is { Closings.Count: > 0, ChangedSinceClosing: false })
            return period;
        await PeriodClosing.CloseMonthAsync(session, client.Id, input.Month, now, session.Scope.Actor, cancellationToken);
        return (await PeriodLoaders.FindAsync(session, client.Id, input.Month, cancellationToken))!; // a month that was closed is found
    }
}
