namespace AgencyRoi.Platform;

/// <summary>An agency: the tenant that rows belong to.</summary>
internal readonly record struct AgencyId(Guid Value) : IGuidKey<AgencyId>
{
    public static AgencyId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
