using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Terms.People;

namespace AgencyRoi.Records.TimeEntries;

/// <summary>Hours to take back.</summary>
/// <param name="Id">The hours.</param>
/// <param name="Version">Their version as you read it.</param>
internal sealed record RetractTimeEntryInput([property: ID<TimeEntry>] Guid Id, long Version);

[MutationType]
internal static partial class RetractTimeEntry
{
    /// <summary>Takes hours back: their entries are reversed on their own day, the hours stay to be seen. Retracting twice changes nothing.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    public static Task<FieldResult<TimeEntry>> RetractTimeEntryAsync(
        RetractTimeEntryInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync(
            async (session, token) =>
            {
                await HourlyRates.LockForReadingAsync(session, token);
                var found = await OfWholeAgency.FindAsync<TimeEntry>(session, "time entry", input.Id, input.Version, token);
                return await session.RetractAsync(found, TimeIntake.Posting, time.GetUtcNow(), token);
            },
            cancellationToken
        );
}
