using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Returns.Figures;

namespace AgencyRoi.Returns.Advertising;

internal static class PartAdvertising
{
    /// <summary>What advertising of each part cost and brought: one statement for any number of them, and one for clients that are not known yet.</summary>
    public static async Task<IReadOnlyList<AdvertisingFigures>> LoadAsync(
        ClientParts parts,
        PeriodInput period,
        RowById<Client, ClientId> clients,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var days = period.ToRange();
        var scopes = await parts.ScopesAsync(days, clients, cancellationToken);
        var sums = await database.RunAsync(
            (session, token) => AdvertisingSum.LoadAsync(session, parts.ClientIds, days, parts.Dimension, token),
            cancellationToken
        );
        return
        [
            .. scopes.Zip(
                parts.Each(sums.ToLookup(sum => (sum.ClientId, sum.PartId))),
                (of, own) => new AdvertisingFigures(of, AdvertisingSum.Together(own, inAgencyCurrency: false))
            ),
        ];
    }
}
