using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Mapping;

namespace AgencyRoi.Records.Stages;

/// <summary>Makes the current stages of contacts those that their facts say, under the lock of their clients' ledgers.</summary>
internal static class CurrentStages
{
    private static readonly string Refresh = EmbeddedSql.Read("Records.Stages.current_stages.sql");

    public static async Task RefreshAsync(
        DatabaseSession session,
        IEnumerable<(ClientId ClientId, Guid ContactId)> contacts,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await using var batch = session.Batch();
        foreach (var client in contacts.Distinct().GroupBy(contact => contact.ClientId, contact => contact.ContactId))
            batch.Add(
                Refresh,
                session.TenantId,
                session.Visible(client.Key),
                client.ToArray(),
                EnumCode.All<CustomerStage>().ToArray(),
                now
            );
        if (batch.BatchCommands.Count > 0)
            await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
