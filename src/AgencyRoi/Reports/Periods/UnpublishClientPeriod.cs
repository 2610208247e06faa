using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Reports.Periods;

/// <summary>A month to be taken back from the client's people.</summary>
/// <param name="ClientId">The client.</param>
/// <param name="Month">The first day of the month.</param>
internal sealed record UnpublishClientPeriodInput([property: ID<Client>] ClientId ClientId, DateOnly Month);

[MutationType]
internal static partial class UnpublishClientPeriod
{
    /// <summary>
    /// Takes a month back: the client's people see nothing of it any more. Its closings stay, and so does the record that it was published. Taking
    /// back what is not published changes nothing. To repeat it safely, send it again.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    public static Task<FieldResult<ClientPeriod>> UnpublishClientPeriodAsync(
        UnpublishClientPeriodInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => UnpublishAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<ClientPeriod>> UnpublishAsync(
        DatabaseSession session,
        UnpublishClientPeriodInput input,
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

        var period = await PeriodLoaders.FindAsync(session, client.Id, input.Month, cancellationToken);
        return period?.PublishedEdition is null
            ? period ?? new ClientPeriod(client.Id, input.Month, lastEdition: null, [], [])
            : await PeriodPublishing.RecordAsync(session, period, edition: null, now, cancellationToken);
    }
}
