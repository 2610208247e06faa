namespace AgencyRoi.Platform;

internal readonly record struct ChannelId(Guid Value) : IGuidKey<ChannelId>
{
    public static ChannelId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
