namespace AgencyRoi.Metrics.Attribution;

/// <summary>All credit to the last touch that a campaign brought and that is not direct traffic; where none did, to the last non-direct touch.</summary>
public sealed record CampaignPriority : AttributionModel
{
    private protected override void WeighSeveral(ReadOnlySpan<JourneyTouch> touches, Span<double> credits)
    {
        var place = touches.Length - 1;
        while (place >= 0 && !(touches[place].HasCampaign && !touches[place].IsDirect))
            place--;
        GiveAll(credits, place >= 0 ? place : LastNonDirect(touches));
    }
}
