namespace AgencyRoi.Platform;

internal readonly record struct ClientId(Guid Value) : IGuidKey<ClientId>
{
    public static ClientId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
