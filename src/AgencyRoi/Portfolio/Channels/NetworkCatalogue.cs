using AgencyRoi.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.Channels;

/// <summary>
/// The shared catalogue of networks, kept in memory: it is the same for everyone, and nothing but a migration writes it. A code that is not known
/// yet came with one, and has the catalogue read again.
/// </summary>
internal sealed class NetworkCatalogue
{
    private Dictionary<string, Network> networks = [];

    /// <summary>By code; has all of these codes.</summary>
    public async ValueTask<IReadOnlyDictionary<string, Network>> WithAsync(
        IEnumerable<string> codes,
        DatabaseSession session,
        CancellationToken cancellationToken
    )
    {
        // Replaced whole, never changed: operations that read it at once need no lock.
        if (!codes.All(networks.ContainsKey))
            networks = await session.Db.Set<CatalogueNetwork>().ToDictionaryAsync(row => row.Code, Network.Of, cancellationToken);
        return networks;
    }
}
