using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Records.Journeys;

namespace AgencyRoi.Records.Sales;

[ObjectType<Sale>]
internal static partial class SaleFields
{
    [NodeResolver]
    public static Task<Sale?> GetSaleAsync(Guid id, RowById<Sale> sales, CancellationToken cancellationToken) =>
        sales.LoadAsync(id, cancellationToken);

    /// <summary>The whole amount as it was invoiced, net of tax; null for a conversion that is worth its goal's value.</summary>
    public static Money? GetAmount([Parent] Sale sale) => sale.Revenue;

    /// <summary>
    /// What the client's attribution policy made of the touches before it when it was posted; null: no touch of its contact or visitor lies in its look-back, and
    /// it belongs to the channel and campaign that it names.
    /// </summary>
    public static SaleJourney? GetJourney([Parent("JourneyText")] Sale sale) => sale.Journey;

    /// <summary>The channel that the buyer named when asked how they heard of the client; null: nobody asked, or the answer was none of its channels.</summary>
    [BindMember(nameof(Sale.ReportedChannelId))]
    public static Task<Channel?> GetReportedChannelAsync(
        [Parent("ReportedChannelId")] Sale sale,
        RowById<Channel, ChannelId> channels,
        QueryContext<Channel> query,
        CancellationToken cancellationToken
    ) => channels.LoadIfReferredAsync(sale.ReportedChannelId, query, cancellationToken);

    /// <summary>What was paid back of it, the latest first unless another order is asked for; retracted ones among them.</summary>
    [BatchResolver]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<IReadOnlyList<Page<Refund>>> GetRefundsAsync(
        [Parent("Id")] List<Sale> sales,
        PagingArguments paging,
        QueryContext<Refund> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => SaleLoaders.RefundsOfSale.PagesAsync(database, sales.Select(sale => sale.Id), paging, query, cancellationToken);
}

[ObjectType<Refund>]
internal static partial class RefundFields
{
    [NodeResolver]
    public static Task<Refund?> GetRefundAsync(Guid id, RowById<Refund> refunds, CancellationToken cancellationToken) =>
        refunds.LoadAsync(id, cancellationToken);

    /// <summary>What was given back, net of tax, in the sale's currency.</summary>
    public static async Task<Money> GetAmountAsync(
        [Parent("SaleId Amount")] Refund refund,
        RowById<Sale> sales,
        CancellationToken cancellationToken
    )
    {
        var sale = await sales.LoadRequiredAsync(refund.SaleId, cancellationToken);
        return new Money(refund.Amount, sale.Currency!); // a sale with refunds keeps its amount and currency
    }

    /// <summary>The sale that was paid back.</summary>
    [BindMember(nameof(Refund.SaleId))]
    public static Task<Sale> GetSaleAsync(
        [Parent("SaleId")] Refund refund,
        RowById<Sale> sales,
        QueryContext<Sale> query,
        CancellationToken cancellationToken
    ) => sales.LoadReferredAsync(refund.SaleId, query, cancellationToken);
}

[ExtendObjectType<Client>]
internal static partial class SalesOfClient
{
    /// <summary>
    /// What the client's customers bought or did, the latest first unless another order is asked for; those that are not attributed to the
    /// agency's work (<c>isAttributed</c>) and retracted ones among them.
    /// </summary>
    [BatchResolver]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<IReadOnlyList<Page<Sale>>> GetSalesAsync(
        [Parent("Id")] List<Client> clients,
        PagingArguments paging,
        QueryContext<Sale> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => SaleLoaders.OfClient.PagesAsync(database, clients.Select(client => client.Id), paging, query, cancellationToken);
}
