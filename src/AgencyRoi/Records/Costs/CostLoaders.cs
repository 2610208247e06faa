using AgencyRoi.Ledger.Entries;
using AgencyRoi.Platform.Database.Direct;

namespace AgencyRoi.Records.Costs;

internal static class CostLoaders
{
    public static readonly ChildList<Cost, ClientId> OfClient = new(
        cost => cost.ClientId,
        sort => sort.AddDescending(cost => cost.OccurredOn),
        AgencyPaid.Visible<Cost>
    );
}
