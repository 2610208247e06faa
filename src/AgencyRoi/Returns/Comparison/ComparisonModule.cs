using AgencyRoi.Platform;
using AgencyRoi.Returns.Explain;
using AgencyRoi.Returns.Totals;

namespace AgencyRoi.Returns.Comparison;

internal sealed class ComparisonModule : ProductModule
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
        typeof(ChannelOfPart),
        typeof(CampaignOfPart),
        typeof(GoalOfPart),
        typeof(CompareClients),
        typeof(RankOfRow),
        typeof(NormalisedRow),
        typeof(NormalisedTotals),
        typeof(TreeOfRoi),
        typeof(TreeOfTotals),
        typeof(ExplainFigure),
        typeof(ExplainQueries),
        typeof(ExclusionsOfFigure),
        typeof(EntryQueries),
        typeof(EntriesOfParts),
    ];
}
