using AgencyRoi.Platform.Database.Direct;

namespace AgencyRoi.Portfolio.Purposes;

internal static class PurposeLoaders
{
    public static readonly ChildList<Purpose, ClientId> OfClient = new(
        purpose => purpose.ClientId,
        sort => sort.AddAscending(purpose => purpose.CreatedAt)
    );
}
