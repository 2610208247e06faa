using AgencyRoi.Platform.Database.Direct;

namespace AgencyRoi.Records.Sales;

internal static class SaleLoaders
{
    public static readonly ChildList<Refund> RefundsOfSale = new(
        refund => refund.SaleId,
        sort => sort.AddDescending(refund => refund.OccurredOn)
    );
    public static readonly ChildList<Sale, ClientId> OfClient = new(
        sale => sale.ClientId,
        sort => sort.AddDescending(sale => sale.OccurredOn)
    );
}
