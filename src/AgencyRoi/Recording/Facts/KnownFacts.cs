using AgencyRoi.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Recording.Facts;

internal static class KnownFacts
{
    private static readonly string Known = EmbeddedSql.Read("Recording.Facts.known_facts.sql");

    /// <summary>The facts that are stated again, by client and reference; a reference is unique for a client among the facts of one kind.</summary>
    public static async Task<Dictionary<(ClientId ClientId, string ExternalReference), T>> KnownAsync<T>(
        this DatabaseSession session,
        IReadOnlyCollection<(ClientId ClientId, string ExternalReference)> stated,
        CancellationToken cancellationToken
    )
        where T : Fact
    {
        var ids = await IdsAsync(session, session.Db.Model.FindEntityType(typeof(T))!.GetTableName()!, stated, cancellationToken);
        return ids.Count == 0
            ? []
            : await session
                .Db.Set<T>()
                .Where(fact => ids.Contains(fact.Id))
                .ToDictionaryAsync(fact => (fact.ClientId, fact.ExternalReference), cancellationToken);
    }

    private static async Task<List<Guid>> IdsAsync(
        DatabaseSession session,
        string table,
        IReadOnlyCollection<(ClientId ClientId, string ExternalReference)> stated,
        CancellationToken cancellationToken
    )
    {
        await using var batch = session.Batch();
        batch.AddInOrderOfIndex(
            Known.Replace("{table}", table, StringComparison.Ordinal),
            session.TenantId,
            stated.Select(fact => session.Visible(fact.ClientId)).ToArray(),
            stated.Select(fact => fact.ExternalReference).ToArray()
        );
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var ids = new List<Guid>();
        while (await reader.ReadAsync(cancellationToken))
            ids.Add(reader.GetGuid(0));
        return ids;
    }
}
