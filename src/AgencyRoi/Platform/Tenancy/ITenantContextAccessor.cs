namespace AgencyRoi.Platform.Tenancy;

/// <summary>Which agency this operation works for. One instance for each scope of services.</summary>
internal interface ITenantContextAccessor
{
    bool IsResolved { get; }

    /// <exception cref="TenantException">Nobody has been identified.</exception>
    TenantScope Current { get; }

    /// <summary>Set once, from the credential alone.</summary>
    /// <exception cref="TenantException">It was set before, to something else.</exception>
    void Set(TenantScope scope);
}

internal sealed class TenantContextAccessor : ITenantContextAccessor
{
    private TenantScope? scope;

    public bool IsResolved => scope is not null;

    public TenantScope Current => scope ?? throw new TenantException("The operation has no tenant.");

    public void Set(TenantScope scope)
    {
        if (this.scope is not null && this.scope != scope)
            throw new TenantException("The operation's tenant is set already.");
        this.scope = scope;
    }
}
