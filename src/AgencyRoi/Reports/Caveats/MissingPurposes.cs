using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Goals;

namespace AgencyRoi.Reports.Caveats;

/// <summary>Returns of clients that serve no measured purpose, and of channels and campaigns where a figure is cut by them. Cost alone is no return.</summary>
internal static class MissingPurposes
{
    public static async Task<Restriction> LoadAsync(DatabaseSession session, AskedFigures asked, CancellationToken cancellationToken)
    {
        var gaps = await PurposeGaps.OfPartsAsync(session, asked.Clients, cancellationToken);
        return new(
            Caveat.WithoutPurpose,
            figure =>
                figure.Side != EntrySide.Cost
                && (
                    figure.Scope.ClientIds.Any(gaps.HasClient)
                    || figure.ChannelIds?.Any(gaps.HasChannel) == true
                    || figure.CampaignIds?.Any(gaps.HasCampaign) == true
                )
        )
        {
            IsOfMoney = true,
        };
    }
}
