using AgencyRoi.Platform;

namespace AgencyRoi.Returns.Totals;

internal sealed class TotalsModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [
        typeof(IReturnTotals),
        typeof(IReturnFigure),
        typeof(ICostAvoidedFigure),
        typeof(ClientRoi),
        typeof(ClientMargin),
        typeof(RoiOfChannel),
        typeof(RoiOfCampaign),
        typeof(RoiOfGoal),
        typeof(RoiBreakdowns),
        typeof(ActionClassesOfRoi),
        typeof(ExplainFigure),
        typeof(ExplainQueries),
        typeof(SocialReturnOfRoi),
    ];
}
