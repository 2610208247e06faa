namespace AgencyRoi.Platform;

internal readonly record struct PurposeId(Guid Value) : IGuidKey<PurposeId>
{
    public static PurposeId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
