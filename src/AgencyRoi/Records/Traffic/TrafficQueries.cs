using AgencyRoi.Metrics.Streams;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Direct;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;
using TrafficValuation = AgencyRoi.Metrics.Streams.Traffic;

namespace AgencyRoi.Records.Traffic;

[ObjectType<KeywordVisits>]
internal static partial class KeywordVisitsFields
{
    public static Money? GetCostPerClick([Parent("CostPerClick CostPerClickCurrency")] KeywordVisits visits) => visits.ValuedBy();

    [NodeResolver]
    public static Task<KeywordVisits?> GetKeywordVisitsAsync(Guid id, RowById<KeywordVisits> visits, CancellationToken cancellationToken) =>
        visits.LoadAsync(id, cancellationToken);
}

[ObjectType<KeywordPrice>]
internal static partial class KeywordPriceFields
{
    public static Money GetAmount([Parent("Amount Currency")] KeywordPrice price) => price.Money();

    /// <summary>
    /// What the term would be worth by an estimate, as search tools make it: searches × click rate × price. A forecast to hold beside measured visits; it is
    /// in no return.
    /// </summary>
    /// <param name="searches">How often the term is searched for in the month, from 0 to 1,000,000,000,000.</param>
    /// <param name="clickRate">The share of searches that click at the position of now, 0 to 1.</param>
    /// <param name="topClickRate">The same at the best position, 0 to 1.</param>
    public static KeywordTrafficEstimate GetTrafficEstimate(
        [Parent("Amount Currency")] KeywordPrice price,
        decimal searches,
        decimal clickRate,
        decimal? topClickRate
    )
    {
        if (searches is < 0m or > 1_000_000_000_000m)
            throw BadInput.Of("searches lie between 0 and 1,000,000,000,000.");
        if (clickRate is < 0m or > 1m || topClickRate is < 0m or > 1m)
            throw BadInput.Of("clickRate and topClickRate lie between 0 and 1.");
        var now = TrafficEstimate.Value(searches, clickRate, price.Amount);
        return new(
            decimal.Round(TrafficEstimate.Visits(searches, clickRate), 4, MidpointRounding.AwayFromZero),
            Shown(now),
            topClickRate is { } top ? Shown(TrafficEstimate.Potential(now, TrafficEstimate.Value(searches, top, price.Amount))) : null
        );

        Money Shown(decimal amount) => new Money(amount, price.Currency).Rounded(MinorUnits.Of(price.Currency));
    }

    [NodeResolver]
    public static Task<KeywordPrice?> GetKeywordPriceAsync(Guid id, RowById<KeywordPrice> prices, CancellationToken cancellationToken) =>
        prices.LoadAsync(id, cancellationToken);
}

/// <summary>Visits by a search term as search tools estimate them, and their price.</summary>
/// <param name="VisitCount">Searches × click rate, four places.</param>
/// <param name="Value">Visits × the price, in the price's currency.</param>
/// <param name="Potential">What the best position would add. Null: no click rate of it was given.</param>
internal sealed record KeywordTrafficEstimate(decimal VisitCount, Money Value, Money? Potential);

/// <summary>A term of a market in a month, and what is known of it.</summary>
/// <param name="Keyword">The term.</param>
/// <param name="Country">ISO 3166-1.</param>
/// <param name="Month">The first day of the month.</param>
/// <param name="Visits">How many.</param>
/// <param name="Value">
/// At the price of the month, in the price's own currency; null without one. The terms of one list and currency add up to their rounded sum.
/// </param>
internal sealed record KeywordTrafficItem(string Keyword, string Country, DateOnly Month, decimal Visits, Money? Value)
{
    public static KeywordTrafficItem Of(TrafficItem item, Money? shown) =>
        new(item.Key.Keyword, item.Key.CountryCode, item.Key.Month, item.Visits, shown);
}

/// <summary>Visits that are not in the value of unpaid traffic, at the prices of now: listed, never filled in.</summary>
/// <param name="Unpriced">Terms without a price in their market and month.</param>
/// <param name="Brand">Terms with the brand's name: apart, and worth nothing.</param>
/// <param name="HeldOut">Visits that ended in an order, which is counted as a sale.</param>
/// <param name="PaidVisits">Bought clicks, left out.</param>
internal sealed record KeywordTraffic(
    [property: UsePaging(ConnectionName = "keywordTrafficItems")] KeyedList<KeywordTrafficItem> Unpriced,
    [property: UsePaging(ConnectionName = "keywordTrafficItems")] KeyedList<KeywordTrafficItem> Brand,
    [property: UsePaging(ConnectionName = "keywordTrafficItems")] KeyedList<KeywordTrafficItem> HeldOut,
    decimal PaidVisits
);

[ExtendObjectType<Client>]
internal static partial class TrafficOfClient
{
    private static readonly ChildList<KeywordPrice, ClientId> Prices = new(
        row => row.ClientId,
        sort => sort.AddDescending(row => row.Month)
    );
    private static readonly ChildList<KeywordVisits, ClientId> Visits = new(
        row => row.ClientId,
        sort => sort.AddDescending(row => row.Month)
    );

    /// <summary>Visits by search term, the latest month first unless another order is asked for; retracted ones among them.</summary>
    [BatchResolver]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<IReadOnlyList<Page<KeywordVisits>>> GetKeywordVisitsAsync(
        [Parent("Id")] List<Client> clients,
        PagingArguments paging,
        QueryContext<KeywordVisits> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => Visits.PagesAsync(database, clients.Select(client => client.Id), paging, query, cancellationToken);

    /// <summary>Prices of search terms, the latest month first unless another order is asked for.</summary>
    [BatchResolver]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<IReadOnlyList<Page<KeywordPrice>>> GetKeywordPricesAsync(
        [Parent("Id")] List<Client> clients,
        PagingArguments paging,
        QueryContext<KeywordPrice> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => Prices.PagesAsync(database, clients.Select(client => client.Id), paging, query, cancellationToken);

    /// <summary>What the value of unpaid traffic leaves out: terms without a price, brand terms, visits that ended in an order, bought clicks.</summary>
    /// <param name="period">Months that begin in these days.</param>
    [BatchResolver]
    public static Task<IReadOnlyList<KeywordTraffic>> GetTrafficLeftOutAsync(
        [Parent("Id")] List<Client> clients,
        PeriodInput period,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var days = period.ToRange();
        var ids = clients.Select(client => client.Id).Distinct().ToList();
        return database.RunAsync<IReadOnlyList<KeywordTraffic>>(
            async (session, token) =>
            {
                var visits = await session
                    .Db.Set<KeywordVisits>()
                    .Where(row => ids.Contains(row.ClientId) && row.Month >= days.From && row.Month < days.To && row.RetractedAt == null)
                    .ToListAsync(token);
                var prices = await session
                    .Db.Set<KeywordPrice>()
                    .Where(row => ids.Contains(row.ClientId) && row.Month >= days.From && row.Month < days.To)
                    .ToListAsync(token);
                return
                [
                    .. clients.Select(client =>
                        LeftOut(
                            $"{client.Id} {days}",
                            visits.Where(row => row.ClientId == client.Id),
                            prices.Where(row => row.ClientId == client.Id)
                        )
                    ),
                ];
            },
            cancellationToken
        );
    }

    private static KeywordTraffic LeftOut(string owner, IEnumerable<KeywordVisits> visits, IEnumerable<KeywordPrice> prices)
    {
        var value = TrafficValuation.Value(
            visits.Select(row => row.Fact()),
            prices.Select(row => row.Fact()),
            ValuationTerms.Fixed(LedgerRates.Same, EvidenceFactors.Default)
        );
        return new(Items(owner, value.Unpriced), Items(owner, value.Brand), Items(owner, value.HeldOut), value.PaidVisits);
    }

    private static KeyedList<KeywordTrafficItem> Items(string owner, IReadOnlyList<TrafficItem> items) =>
        KeyedList.Of(
            owner,
            items.Zip(
                MoneyParts.Together([.. items.Select(item => item.Value)]),
                (item, shown) => ((item.Key.Keyword, item.Key.CountryCode, item.Key.Month), KeywordTrafficItem.Of(item, shown))
            )
        );
}
