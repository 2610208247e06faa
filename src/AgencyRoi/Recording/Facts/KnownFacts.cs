using AgencyRoi.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Recording.Facts;

internal static class KnownFacts
{
    /// <summary>The facts that are stated again, by client and reference; a reference is unique for a client among the facts of one kind.</summary>
    public static Task<Dictionary<(ClientId ClientId, string ExternalReference), T>> KnownAsync<T>(
        this DatabaseSession session,
        IReadOnlyCollection<(ClientId ClientId, string ExternalReference)> stated,
        CancellationToken cancellationToken
    )
        where T : Fact
    {
        var clients = stated.Select(fact => fact.ClientId).Distinct().ToList();
        var references = stated.Select(fact => fact.ExternalReference).ToList();
        return session
            .Db.Set<T>()
            .Where(fact => clients.Contains(fact.ClientId) && references.Contains(fact.ExternalReference))
            .ToDictionaryAsync(fact => (fact.ClientId, fact.ExternalReference), cancellationToken);
    }
}
