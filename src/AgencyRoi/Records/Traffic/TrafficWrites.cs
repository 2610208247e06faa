using AgencyRoi.Metrics.Streams;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Terms.ExchangeRates;

namespace AgencyRoi.Records.Traffic;

/// <summary>Visits that a search term brought in a month.</summary>
/// <param name="ClientId">The client whose pages were visited.</param>
/// <param name="Keyword">The term; case and spaces make no difference.</param>
/// <param name="Country">ISO 3166-1, two capital letters: the market.</param>
/// <param name="Month">Any day of the month.</param>
/// <param name="Visits">All visits.</param>
/// <param name="ConvertingVisits">Those that ended in an order, which is recorded as a sale.</param>
/// <param name="IsPaid">Whether the clicks were bought; they count nothing.</param>
/// <param name="IsBrand">Whether people looked for the name; listed apart, worth nothing.</param>
/// <param name="TargetPage">The client's page that they came to, https:// or http://.</param>
/// <param name="ChannelId">The client's channel that they belong to.</param>
/// <param name="CampaignId">The client's campaign that they belong to.</param>
/// <param name="ExternalReference">Its key in another system. Sent again with the same content it changes nothing; with other content it is a correction.</param>
/// <param name="ExpectNew">Whether it is new: its external reference, when known with other content, is then refused instead of taken as a correction.</param>
internal sealed record RecordKeywordVisitsInput(
    [property: ID<Client>] Guid ClientId,
    string Keyword,
    string Country,
    DateOnly Month,
    decimal Visits,
    decimal ConvertingVisits = 0m,
    bool IsPaid = false,
    bool IsBrand = false,
    string? TargetPage = null,
    [property: ID<Channel>] Guid? ChannelId = null,
    [property: ID<Campaign>] Guid? CampaignId = null,
    [property: Key] string? ExternalReference = null,
    bool ExpectNew = false
);

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
    ) =>
        database.RunAsync(
            (session, token) =>
            {
                var now = time.GetUtcNow();
                var statement = new KeywordVisitsStatement(
                    input.ClientId,
                    input.ExternalReference ?? FactReference.New(now),
                    new KeywordMonth(input.Keyword, input.Country, input.Month),
                    input.Visits,
                    input.ConvertingVisits,
                    input.IsPaid,
                    input.IsBrand,
                    input.TargetPage,
                    input.ChannelId,
                    input.CampaignId
                );
                return OneFact.StoreAsync(
                    session,
                    statement,
                    (checks, visits) => visits.Check(checks),
                    TrafficIntake.StoreAsync,
                    new RecordingOptions(now, input.ExpectNew),
                    token
                );
            },
            cancellationToken
        );
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
    ) =>
        database.RunAsync(
            async (session, token) =>
            {
                var found = await session.FindAsync<KeywordVisits>("keyword visits", input.Id, input.Version, token);
                if (found.Failed(out var problem, out var visits))
                    return problem.Refuse<KeywordVisits>();
                return await TrafficIntake.RetractAsync(session, visits, time.GetUtcNow(), token) is { } refused
                    ? refused.Refuse<KeywordVisits>()
                    : visits;
            },
            cancellationToken
        );
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
    [property: ID<Client>] Guid ClientId,
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
                var key = new KeywordMonth(input.Keyword, input.Country, input.Month);
                var statement = new KeywordPriceStatement(input.ClientId, key, input.Amount, input.Currency, input.Source);
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
