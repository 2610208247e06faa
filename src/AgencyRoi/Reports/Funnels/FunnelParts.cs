using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform.Database;
using AgencyRoi.Records.Stages;
using AgencyRoi.Returns.Figures;

namespace AgencyRoi.Reports.Funnels;

/// <summary>A channel or campaign of a funnel, or those that have no place of their own in the list; its cost is shown so that all parts sum to the whole.</summary>
internal sealed record PartOfFunnel(PartIds Ids, FigureScope Scope, FunnelPart Part, decimal ShownCost);

/// <summary>Funnels by channel or campaign: one statement for the contacts of any number of clients, and one for their cost.</summary>
internal static class FunnelParts
{
    /// <summary>Those of each funnel, by contacts reached; what is gathered comes last.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<PartOfFunnel>>> LoadAsync(
        IReadOnlyList<ClientFunnel> funnels,
        LedgerDimension by,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var results = new IReadOnlyList<PartOfFunnel>[funnels.Count];
        foreach (var alike in funnels.Index().GroupBy(each => each.Item.Scope.Sums.Period))
        {
            var scope = new SumScope([.. alike.SelectMany(each => each.Item.Scope.Sums.ClientIds).Distinct()], alike.Key);
            var (counts, sums) = await database.RunAsync(
                async (session, token) =>
                    (
                        (await session.RunAsync(FunnelCounts.Query(session, scope, by), token)).ToLookup(count => count.ClientId),
                        (await LedgerSums.ByAsync(session, scope, by, token)).ToLookup(sum => sum.ClientId)
                    ),
                cancellationToken
            );
            foreach (var (index, funnel) in alike)
                results[index] = Of(
                    funnel,
                    by,
                    [.. funnel.Scope.Sums.ClientIds.SelectMany(client => counts[client])],
                    funnel.Scope.Sums.ClientIds.SelectMany(client => sums[client]).ToLookup(sum => NoDimension.ToColumn(sum.DimensionId))
                );
        }
        return results;
    }

    private static IReadOnlyList<PartOfFunnel> Of(
        ClientFunnel funnel,
        LedgerDimension by,
        IReadOnlyCollection<FunnelCount> counts,
        ILookup<Guid, LedgerSum> sums
    )
    {
        var countsOf = counts.Where(count => ContactSteps.All.Contains(count.Stage)).ToLookup(count => NoDimension.ToColumn(count.PartId));
        var parts = countsOf
            .Select(part => part.Key)
            .Union(sums.Where(part => part.Any(sum => sum.Kind.Side == EntrySide.Cost)).Select(part => part.Key))
            .Select(id => (Id: id, Contacts: countsOf[id].Sum(count => count.Count.Entered)))
            .OrderByDescending(part => part.Contacts)
            .ThenBy(part => part.Id)
            .ToList();
        var alone = parts
            .Where(part => part.Id == NoDimension.Id)
            .Concat(parts.Where(part => part.Id != NoDimension.Id).Take(BoundedParts.Most));
        var gathered = parts.Where(part => part.Id != NoDimension.Id).Skip(BoundedParts.Most).Select(part => part.Id).ToList();
        List<PartIds> shown =
        [
            .. alone.OrderByDescending(part => part.Contacts).ThenBy(part => part.Id).Select(part => new PartIds([part.Id])),
            .. gathered.Count > 0 ? [new PartIds(gathered)] : Array.Empty<PartIds>(),
        ];
        var costs = shown.ConvertAll(part => FourTotals.Of(part.Ids.SelectMany(id => sums[id]).Select(funnel.Scope.Of)).Cost);
        var seen = LargestRemainder.RoundTo(funnel.Cost.Amount, costs, MinorUnits.Of(funnel.Scope.CurrencyCode));
        return
        [
            .. shown.Select(
                (part, i) =>
                    new PartOfFunnel(
                        part,
                        funnel.Scope.Within(by, part.Ids),
                        FunnelPart.Of(part.Ids.SelectMany(id => countsOf[id]), costs[i]),
                        seen[i]
                    )
            ),
        ];
    }
}
