namespace AgencyRoi.Duplicates;

internal sealed class DuplicatesModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [typeof(DuplicatesOfClient), typeof(SameFactsOfOutcome), typeof(SettleDuplicate)];
}
