namespace AgencyRoi.Comparison;

internal sealed class ComparisonModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [typeof(ClientRoi), typeof(RoiOfChannel), typeof(RoiOfCampaign), typeof(RoiOfGoal), typeof(RoiBreakdowns), typeof(ExplainQueries)];
}
