using AgencyRoi.Ledger.Checks;
using AgencyRoi.Ledger.Entries;
using AgencyRoi.Platform.Database;

namespace AgencyRoi.Records.Stages;

/// <summary>Makes the steps of contacts and the sums of funnels once more, from what was stated, as the check of the ledger does with its rollups. Nothing is mended.</summary>
internal static class ContactStepsCheck
{
    private static readonly string[] Queries = ["contact_steps", "funnel_days", "funnel_months", "funnel_flows"];

    /// <param name="session">A reading session that sees all clients.</param>
    public static async Task<IReadOnlyList<LedgerDifference>> RunAsync(DatabaseSession session, CancellationToken cancellationToken)
    {
        await LedgerCheckQuery.PrepareAsync(session, cancellationToken);
        var differences = new List<LedgerDifference>();
        foreach (var query in Queries)
        {
            await using var command = session
                .Command(EmbeddedSql.Read($"Records.Stages.check_{query}.sql"))
                .With(session.TenantId, ContactSteps.Codes.ToArray(), NoDimension.Id);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                differences.Add(
                    new(
                        query,
                        reader.GetId<ClientId>(0),
                        reader.GetFieldValue<DateOnly>(1),
                        Where: reader.GetString(2),
                        Expected: reader.GetString(3),
                        Found: reader.GetString(4)
                    )
                );
        }
        return differences;
    }
}
