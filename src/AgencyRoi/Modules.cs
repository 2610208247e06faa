using AgencyRoi.Access;
using AgencyRoi.Database;
using AgencyRoi.Tenancy;

namespace AgencyRoi;

/// <summary>What the product is made of.</summary>
internal static class Modules
{
    public static IReadOnlyList<ProductModule> All { get; } = [new DatabaseModule(), new TenancyModule(), new AccessModule()];
}
