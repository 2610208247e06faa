namespace AgencyRoi.Platform;

internal readonly record struct ClientGroupId(Guid Value) : IGuidKey<ClientGroupId>
{
    public static ClientGroupId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
