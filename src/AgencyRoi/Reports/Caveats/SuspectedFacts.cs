using AgencyRoi.Platform.Database;
using AgencyRoi.Reports.Duplicates;

namespace AgencyRoi.Reports.Caveats;

/// <summary>Figures that may count one fact twice, since nobody has decided yet whether two are one.</summary>
internal static class SuspectedFacts
{
    private static readonly string Sql = EmbeddedSql.Read("Reports.Caveats.suspected_entries.sql");

    /// <summary>One statement, one more when something is suspected at all.</summary>
    public static async Task<Restriction> LoadAsync(DatabaseSession session, AskedFigures asked, CancellationToken cancellationToken)
    {
        var facts = await DuplicateSuspicions.OpenFactsAsync(session, asked.Clients, asked.Days, cancellationToken);
        if (facts.Length == 0)
            return new(Caveat.SuspectedDuplicates, _ => false);
        var command = BatchCommands.Of(
            Sql,
            session.TenantId,
            asked.Clients,
            asked.Viewpoints.Select(EnumCode.Of).ToArray(),
            asked.Periods.Select(period => period.From).ToArray(),
            asked.Periods.Select(period => period.To).ToArray(),
            facts
        );
        var suspected = await session.RunAsync(EntryKinds.Query(command, asked.Periods), cancellationToken);
        return new(Caveat.SuspectedDuplicates, suspected.AreAnyIn) { IsOfNow = true };
    }
}
