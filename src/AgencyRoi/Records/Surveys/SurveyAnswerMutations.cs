using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Surveys;

/// <summary>An answer to a survey of the client.</summary>
internal sealed record RecordSurveyAnswerInput : RecordInput<SurveyAnswerStatement>;

/// <summary>A correction of a survey answer. Fields that are not given stay as they are.</summary>
/// <param name="Id">The survey answer.</param>
/// <param name="Version">The survey answer's version as you read it.</param>
internal sealed record CorrectSurveyAnswerInput(
    [property: ID<SurveyAnswer>] Guid Id,
    long Version,
    [property: Inline] Changes<SurveyAnswerStatement> Changes
);

/// <summary>A survey answer to take back.</summary>
/// <param name="Id">The survey answer.</param>
/// <param name="Version">The survey answer's version as you read it.</param>
internal sealed record RetractSurveyAnswerInput([property: ID<SurveyAnswer>] Guid Id, long Version);

[MutationType]
internal static partial class SurveyAnswerMutations
{
    /// <summary>
    /// Records how likely people said they are to recommend the client, from 0 to 10. It moves the net promoter score and no return; safe to send twice
    /// with an external reference.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<AlreadyExistsError>]
    [Error<ConflictError>]
    public static Task<FieldResult<SurveyAnswer>> RecordSurveyAnswerAsync(
        RecordSurveyAnswerInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => SurveyAnswer.Recording.RecordAsync(input, database, time, cancellationToken);

    /// <summary>Corrects a survey answer: every score is made of what it says now. A retracted one counts again.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    public static Task<FieldResult<SurveyAnswer>> CorrectSurveyAnswerAsync(
        CorrectSurveyAnswerInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => SurveyAnswer.Recording.CorrectAsync(new(input.Id, input.Version), input.Changes, database, time, cancellationToken);

    /// <summary>Takes a survey answer back: it leaves the net promoter score, and it stays to be seen. Retracting twice changes nothing.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    public static Task<FieldResult<SurveyAnswer>> RetractSurveyAnswerAsync(
        RetractSurveyAnswerInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => SurveyAnswer.Recording.RetractAsync(new(input.Id, input.Version), database, time, cancellationToken);
}
