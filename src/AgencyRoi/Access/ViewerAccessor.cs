using AgencyRoi.Platform.Tenancy;

namespace AgencyRoi.Access;

/// <summary>The viewer of one scope of services; setting it also fixes the scope's tenant.</summary>
internal sealed class ViewerAccessor(ITenantContextAccessor tenant)
{
    private Viewer? viewer;

    /// <exception cref="TenantException">Nobody has been identified.</exception>
    public Viewer Current => viewer ?? throw new TenantException("The operation has no viewer.");

    public void Set(Viewer viewer)
    {
        tenant.Set(viewer.Scope);
        this.viewer = viewer;
    }
}
