using AgencyRoi.Platform.Database;
using AgencyRoi.Returns.Advertising;

namespace AgencyRoi.Returns.Comparison;

[ObjectType<ClientComparisonRow>]
internal static partial class AdvertisingOfRow
{
    /// <summary>
    /// What advertising cost the client and brought, in the agency's currency: always what the client paid and what came of it, whatever viewpoint is
    /// compared. Each amount is rounded by itself, so that rows may differ from the totals by minor units. One statement, however many clients.
    /// </summary>
    [BatchResolver]
    public static async Task<IReadOnlyList<AdvertisingFigures>> GetAdvertisingAsync(
        [Parent] List<ClientComparisonRow> rows,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var (clients, days) = (rows.ConvertAll(row => row.Client.Id), rows[0].Scope.Sums.Period);
        var sums = await database.RunAsync(
            (session, token) => AdvertisingSum.LoadAsync(session, clients, days, dimension: null, token),
            cancellationToken
        );
        var byClient = sums.ToLookup(sum => sum.ClientId);
        return
        [
            .. rows.Select(row => new AdvertisingFigures(
                row.Scope,
                AdvertisingSum.Together(byClient[row.Client.Id], inAgencyCurrency: true)
            )),
        ];
    }
}

[ObjectType<ComparisonTotals>]
internal static partial class AdvertisingOfTotals
{
    /// <summary>What advertising cost all these clients and brought, in the agency's currency: ratios of the sums.</summary>
    public static async Task<AdvertisingFigures> GetAdvertisingAsync(
        [Parent] ComparisonTotals totals,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var (clients, days) = (totals.Scope.Sums.ClientIds, totals.Scope.Sums.Period);
        var sums = await database.RunAsync(
            (session, token) => AdvertisingSum.LoadAsync(session, clients, days, dimension: null, token),
            cancellationToken
        );
        return new(totals.Scope, AdvertisingSum.Together(sums, inAgencyCurrency: true));
    }
}
