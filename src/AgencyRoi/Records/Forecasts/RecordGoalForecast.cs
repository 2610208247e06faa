using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Forecasts;

/// <summary>A forecast of a goal's results in a period.</summary>
/// <param name="GoalId">The goal.</param>
/// <param name="Author">Who makes the forecast.</param>
/// <param name="From">The first day that it is about.</param>
/// <param name="To">The first day after it, later than the day on which the forecast was made.</param>
/// <param name="ExpectedQuantity">Units of the goal's indicator, above zero.</param>
/// <param name="LowQuantity">At least so many.</param>
/// <param name="HighQuantity">At most so many.</param>
/// <param name="Method">How it was arrived at.</param>
/// <param name="Note">What else is to be known.</param>
/// <param name="MadeOn">The day on which it was made, in the client's time zone; without one today. An earlier day needs a source.</param>
/// <param name="Source">Where it is written down, such as the address of a document.</param>
/// <param name="ExternalReference">Its key in your system. Sent again with the same content, the forecast is returned; with another one it is refused.</param>
internal sealed record RecordGoalForecastInput(
    [property: ID<Goal>] GoalId GoalId,
    [property: Key] string Author,
    DateOnly From,
    DateOnly To,
    decimal ExpectedQuantity,
    decimal? LowQuantity = null,
    decimal? HighQuantity = null,
    string? Method = null,
    string? Note = null,
    DateOnly? MadeOn = null,
    string? Source = null,
    [property: Key] string? ExternalReference = null
);

[MutationType]
internal static partial class RecordGoalForecast
{
    /// <summary>
    /// Records what somebody expects of a goal. It cannot be changed afterwards; whoever thinks better of it records another one. One that was made
    /// on an earlier day says where it is written down, is marked as entered later, and is scored apart. To repeat it safely, give it an external
    /// reference: sent again with the same content it changes nothing.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<AlreadyExistsError>]
    [Error<ConflictError>]
    public static Task<FieldResult<GoalForecast>> RecordGoalForecastAsync(
        RecordGoalForecastInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync(
            (session, token) =>
                OneFact.StoreAsync(
                    session,
                    StatementOf(input, time.GetUtcNow()),
                    ForecastStatement.Check,
                    ForecastIntake.StoreAsync,
                    time.GetUtcNow(),
                    token
                ),
            cancellationToken
        );

    private static ForecastStatement StatementOf(RecordGoalForecastInput input, DateTimeOffset now) =>
        new()
        {
            ExternalReference = input.ExternalReference ?? FactReference.New(now),
            GoalId = input.GoalId,
            Author = input.Author,
            From = input.From,
            To = input.To,
            ExpectedQuantity = input.ExpectedQuantity,
            LowQuantity = input.LowQuantity,
            HighQuantity = input.HighQuantity,
            Method = input.Method,
            Note = input.Note,
            MadeOn = input.MadeOn,
            Source = input.Source,
        };
}
