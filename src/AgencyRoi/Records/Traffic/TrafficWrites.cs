using AgencyRoi.Metrics.Streams;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Terms.ExchangeRates;

namespace AgencyRoi.Records.Traffic;

/// <summary>Visits that a search term brought in a month.</summary>
internal sealed record RecordKeywordVisitsInput : RecordInput<KeywordVisitsStatement>;

[MutationType]
internal static partial class RecordKeywordVisits
{
    /// <summary>
    /// Records visits of a search term. TRAFFIC = (visits - converting visits) × price of a click, a replacement cost, as soon as the term has a
    /// price in that market and month; until then they are listed as unpriced. Grade D. To repeat it safely, give it an external reference: sent
    /// again with the same content it changes nothing.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<UnknownMarketError>]
    [Error<NoExchangeRateError>]
    [Error<AlreadyExistsError>]
    public static Task<FieldResult<KeywordVisits>> RecordKeywordVisitsAsync(
        RecordKeywordVisitsInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => KeywordVisitsRecording.Instance.RecordAsync(input, database, time, cancellationToken);
}

/// <summary>Visits to take back.</summary>
/// <param name="Id">The visits.</param>
/// <param name="Version">Their version as you read it.</param>
internal sealed record RetractKeywordVisitsInput([property: ID<KeywordVisits>] Guid Id, long Version);

[MutationType]
internal static partial class RetractKeywordVisits
{
    /// <summary>Takes visits back that should not have been recorded; their entries are reversed. Retracting twice changes nothing.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    public static Task<FieldResult<KeywordVisits>> RetractKeywordVisitsAsync(
        RetractKeywordVisitsInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => KeywordVisitsRecording.Instance.RetractAsync(new(input.Id, input.Version), database, time, cancellationToken);
}

/// <summary>The price of a click on a search term in a market and a month.</summary>
/// <param name="ClientId">The client.</param>
/// <param name="Keyword">The term; case and spaces make no difference.</param>
/// <param name="Country">ISO 3166-1, two capital letters: the market.</param>
/// <param name="Month">Any day of the month.</param>
/// <param name="Amount">Of one click, not below zero. Zero is a price.</param>
/// <param name="Currency">ISO 4217: the price's own currency.</param>
/// <param name="Source">Where it was taken from.</param>
internal sealed record SetKeywordPriceInput(
    [property: ID<Client>] ClientId ClientId,
    string Keyword,
    string Country,
    DateOnly Month,
    decimal Amount,
    string Currency,
    string Source
);

[MutationType]
internal static partial class SetKeywordPrice
{
    /// <summary>
    /// Sets the price of a term in a market and a month. Visits that waited for it are posted; what is posted already keeps its price. To repeat it
    /// safely, send it again: it sets the same.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<UnknownMarketError>]
    [Error<NoExchangeRateError>]
    public static Task<FieldResult<KeywordPrice>> SetKeywordPriceAsync(
        SetKeywordPriceInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync(
            (session, token) =>
            {
                var statement = new KeywordPriceStatement
                {
                    ClientId = input.ClientId,
                    Keyword = input.Keyword,
                    Country = input.Country,
                    Month = input.Month,
                    Amount = input.Amount,
                    Currency = input.Currency,
                    Source = input.Source,
                };
                return OneFact.StoreAsync(
                    session,
                    statement,
                    (checks, price) => price.Check(checks),
                    TrafficIntake.StoreAsync,
                    time.GetUtcNow(),
                    token
                );
            },
            cancellationToken
        );
}
