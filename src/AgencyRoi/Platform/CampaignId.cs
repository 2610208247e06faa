namespace AgencyRoi.Platform;

internal readonly record struct CampaignId(Guid Value) : IGuidKey<CampaignId>
{
    public static CampaignId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
