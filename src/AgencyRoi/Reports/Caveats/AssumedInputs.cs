using AgencyRoi.Platform.Database;

namespace AgencyRoi.Reports.Caveats;

/// <summary>Figures that hold amounts which somebody assumed.</summary>
internal static class AssumedInputs
{
    private static readonly string Sql = EmbeddedSql.Read("Reports.Caveats.assumed_entries.sql");

    public static async Task<Restriction> LoadAsync(DatabaseSession session, AskedFigures asked, CancellationToken cancellationToken)
    {
        await using var command = session
            .Command(Sql)
            .With(
                session.TenantId,
                asked.Clients,
                asked.Viewpoints.Select(EnumCode.Of).ToArray(),
                asked.Periods.Select(period => period.From).ToArray(),
                asked.Periods.Select(period => period.To).ToArray()
            );
        var assumed = await EntryKinds.ReadAsync(command, asked.Periods, cancellationToken);
        return new(Caveat.AssumedInputs, assumed.AreAnyIn) { IsOfMoney = true };
    }
}
