using AgencyRoi.Access;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Direct;
using AgencyRoi.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Terms.ExchangeRates;

[QueryType]
internal static partial class ExchangeRateQueries
{
    private static readonly RowList<ExchangeRate> Rates = new(
        static db => db.Set<ExchangeRate>(),
        sort => sort.AddDescending(rate => rate.Day)
    );

    /// <summary>The currencies of ISO 4217, by code.</summary>
    [ListSize(AssumedSize = 180)]
    public static Task<IReadOnlyList<Currency>> GetCurrenciesAsync(OperationDatabase database, CancellationToken cancellationToken) =>
        database.RunAsync<IReadOnlyList<Currency>>(
            async (session, token) => await session.Db.Set<Currency>().OrderBy(currency => currency.Code).ToListAsync(token),
            cancellationToken
        );

    /// <summary>The agency's own exchange rates, the latest first unless another order is asked for. Closed to tokens that are restricted to clients.</summary>
    [Authorize(Policies.WholeAgency)]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<Page<ExchangeRate>> GetExchangeRatesAsync(
        PagingArguments paging,
        QueryContext<ExchangeRate> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => Rates.PageAsync(database, paging, query, cancellationToken);
}

[ObjectType<ExchangeRate>]
internal static partial class ExchangeRateFields
{
    [NodeResolver]
    public static Task<ExchangeRate?> GetExchangeRateAsync(
        Guid id,
        RowById<ExchangeRate> rates,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => OfWholeAgency.LoadAsync(id, rates, database, cancellationToken);
}
