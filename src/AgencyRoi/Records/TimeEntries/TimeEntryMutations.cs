using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Terms.ExchangeRates;
using AgencyRoi.Terms.People;

namespace AgencyRoi.Records.TimeEntries;

/// <summary>Hours that somebody worked.</summary>
internal sealed record RecordTimeEntryInput : RecordInput<TimeStatement>;

/// <summary>A correction of a time entry. Fields that are not given stay as they are.</summary>
/// <param name="Id">The hours.</param>
/// <param name="Version">Their version as you read it.</param>
internal sealed record CorrectTimeEntryInput(
    [property: ID<TimeEntry>] Guid Id,
    long Version,
    [property: Inline] Changes<TimeStatement> Changes
);

/// <summary>Hours to take back.</summary>
/// <param name="Id">The hours.</param>
/// <param name="Version">Their version as you read it.</param>
internal sealed record RetractTimeEntryInput([property: ID<TimeEntry>] Guid Id, long Version);

[MutationType]
internal static partial class TimeEntryMutations
{
    /// <summary>
    /// Records hours and posts their cost, paid by the agency, at the rate of their day: the person's, or that of the role class, or the default.
    /// Without a rate they are kept as a gap and posted as soon as there is one. To a token that is restricted to clients there are no people. To
    /// repeat it safely, give it an external reference: sent again with the same content it changes nothing.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeHoursError>]
    [Error<TooManyHoursError>]
    [Error<NoExchangeRateError>]
    [Error<AlreadyExistsError>]
    public static Task<FieldResult<TimeEntry>> RecordTimeEntryAsync(
        RecordTimeEntryInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => TimeRecording.Instance.RecordAsync(input, database, time, cancellationToken);

    /// <summary>
    /// Corrects hours: the old entries are reversed and new ones are posted, at the rate of the day. Hours that were taken back count
    /// again.
    /// </summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    [Error<NegativeHoursError>]
    [Error<TooManyHoursError>]
    [Error<NoExchangeRateError>]
    public static Task<FieldResult<TimeEntry>> CorrectTimeEntryAsync(
        CorrectTimeEntryInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => TimeRecording.Instance.CorrectAsync(new(input.Id, input.Version), input.Changes, database, time, cancellationToken);

    /// <summary>Takes hours back: their entries are reversed on their own day, the hours stay to be seen. Retracting twice changes nothing.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    public static Task<FieldResult<TimeEntry>> RetractTimeEntryAsync(
        RetractTimeEntryInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => TimeRecording.Instance.RetractAsync(new(input.Id, input.Version), database, time, cancellationToken);
}
