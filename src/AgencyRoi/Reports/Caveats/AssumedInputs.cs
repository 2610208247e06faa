using AgencyRoi.Platform.Database;

namespace AgencyRoi.Reports.Caveats;

/// <summary>Figures that hold amounts which somebody assumed.</summary>
internal static class AssumedInputs
{
    private static readonly string Sql = EmbeddedSql.Read("Reports.Caveats.assumed_entries.sql");

    public static BatchQuery<IReadOnlyList<Restriction>> Query(DatabaseSession session, AskedFigures asked) =>
        EntryKinds
            .Query(
                BatchCommands.Of(
                    Sql,
                    session.TenantId,
                    asked.Clients,
                    asked.Viewpoints.Select(EnumCode.Of).ToArray(),
                    asked.Periods.Select(period => period.From).ToArray(),
                    asked.Periods.Select(period => period.To).ToArray()
                ),
                asked.Periods
            )
            .Select<IReadOnlyList<Restriction>>(assumed => [new(Caveat.AssumedInputs, assumed.AreAnyIn) { IsOfMoney = true }]);
}
