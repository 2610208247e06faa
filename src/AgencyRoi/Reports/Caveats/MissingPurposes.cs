using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Goals;

namespace AgencyRoi.Reports.Caveats;

/// <summary>Returns of clients that serve no measured purpose, and of channels and campaigns where a figure is cut by them. Cost alone is no return.</summary>
internal static class MissingPurposes
{
    public static BatchQuery<IReadOnlyList<Restriction>> Query(DatabaseSession session, AskedFigures asked) =>
        PurposeGaps
            .OfParts(session, asked.Clients)
            .Select<IReadOnlyList<Restriction>>(gaps =>
                [new(Caveat.WithoutPurpose, figure => IsWithout(gaps, figure)) { IsOfMoney = true }]
            );

    private static bool IsWithout(PurposeGaps gaps, EntryFilter figure) =>
        figure.Side != EntrySide.Cost
        && (
            figure.Scope.ClientIds.Any(gaps.HasClient)
            || figure.ChannelIds?.Any(gaps.HasChannel) == true
            || figure.CampaignIds?.Any(gaps.HasCampaign) == true
        );
}
