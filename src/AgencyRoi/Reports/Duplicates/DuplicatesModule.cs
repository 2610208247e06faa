using AgencyRoi.Platform;

namespace AgencyRoi.Reports.Duplicates;

internal sealed class DuplicatesModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [typeof(DuplicatesOfClient), typeof(SameFactsOfOutcome), typeof(SettleSuspectedDuplicate)];
}
