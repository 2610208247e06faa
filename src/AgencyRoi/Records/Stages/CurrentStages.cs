using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Mapping;

namespace AgencyRoi.Records.Stages;

/// <summary>Makes the current stages of contacts, and the steps that are kept of them, those that their facts say, under the lock of their clients' ledgers.</summary>
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
        {
            Guid[] of = [.. client];
            batch.Add(Refresh, session.TenantId, session.Visible(client.Key), of, EnumCode.All<CustomerStage>().ToArray(), now);
            ContactSteps.AddTo(batch, session, client.Key, of);
        }
        if (batch.BatchCommands.Count > 0)
            await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
