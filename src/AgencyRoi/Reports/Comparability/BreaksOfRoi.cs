using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Returns.Totals;

namespace AgencyRoi.Reports.Comparability;

[ObjectType<ReturnOnInvestment>]
internal static partial class BreaksOfRoi
{
    /// <summary>Days in the period on which something that counts here began to be measured differently: before and after are not alike.</summary>
    [BatchResolver]
    public static async Task<IReadOnlyList<IReadOnlyList<DefinitionBreak>>> GetDefinitionBreaksAsync(
        [Parent] List<ReturnOnInvestment> returns,
        RowById<Client, ClientId> clients,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var breaks = new IReadOnlyList<DefinitionBreak>[returns.Count];
        foreach (var alike in returns.Index().GroupBy(each => (each.Item.Scope.Sums.Period, each.Item.Scope.Sums.Viewpoint)))
        {
            ClientId[] ids = [.. alike.SelectMany(each => each.Item.Scope.Sums.ClientIds).Distinct()];
            var scope = alike.First().Item.Scope.Sums with { ClientIds = ids };
            var known = await clients.LoadRequiredAsync(ids, cancellationToken);
            var found = await database.RunAsync(
                (session, token) => DefinitionBreaks.LoadAsync(session, scope, known, token),
                cancellationToken
            );
            foreach (var (index, whole) in alike)
                breaks[index] =
                [
                    .. found
                        .Where(each => each.Clients.Any(client => whole.Scope.Sums.ClientIds.Contains(client.Id)))
                        .Select(each =>
                            each with
                            {
                                Clients = [.. each.Clients.Where(client => whole.Scope.Sums.ClientIds.Contains(client.Id))],
                            }
                        ),
                ];
        }
        return breaks;
    }
}
