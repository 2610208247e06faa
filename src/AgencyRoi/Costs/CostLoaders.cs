using AgencyRoi.Database.Direct;
using AgencyRoi.Ledger;

namespace AgencyRoi.Costs;

internal static class CostLoaders
{
    public static readonly ChildList<Cost> OfClient = new(
        cost => cost.ClientId,
        sort => sort.AddDescending(cost => cost.OccurredOn),
        AgencyPaid.Visible<Cost>
    );
}
