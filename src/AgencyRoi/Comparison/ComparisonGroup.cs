using AgencyRoi.Clients;
using AgencyRoi.Metrics;

namespace AgencyRoi.Comparison;

/// <summary>All clients together in one value of the dimension, and the shown ones each by itself.</summary>
internal sealed class ComparisonGroup(
    GroupPart part,
    GroupSplit split,
    FigureScope scope,
    IEnumerable<LineSum> sums,
    IReadOnlyList<ComparisonCell> cells
) : FourFigures(scope, sums)
{
    /// <summary>The code of the network, stream, category …; the month as <c>2025-03</c>. Null: what belongs to none.</summary>
    public string? Key => part.Key;

    /// <summary>The same for people, in English.</summary>
    public string Label => part.Label;

    /// <summary>What of the groups adds up to the whole.</summary>
    public GroupSplit Split => split;

    /// <summary>The clients of the comparison's rows that have something in this group, in their order.</summary>
    public IReadOnlyList<ComparisonCell> Cells => cells;

    internal override UndefinedReason? WithoutReturn => WithoutReturnIn(split);

    internal static UndefinedReason? WithoutReturnIn(GroupSplit split) => split == GroupSplit.Cost ? UndefinedReason.NotMeasured : null;
}

/// <summary>What one client has in a group.</summary>
internal sealed class ComparisonCell(Client client, GroupSplit split, FigureScope scope, IEnumerable<LineSum> sums)
    : FourFigures(scope, sums)
{
    /// <summary>The client.</summary>
    public Client Client => client;

    internal override UndefinedReason? WithoutReturn => ComparisonGroup.WithoutReturnIn(split);
}

internal static class ComparisonGroups
{
    /// <summary>The groups over the clients found; cells for those of the rows shown.</summary>
    public static IReadOnlyList<ComparisonGroup> Of(
        ComparisonDimension dimension,
        IReadOnlyList<GroupPart> parts,
        FigureScope whole,
        IReadOnlyList<ClientComparisonRow> shown
    )
    {
        var split = GroupSplits.Of(dimension);
        var ids = whole.Sums.ClientIds.ToHashSet();
        return
        [
            .. parts
                .Select(part => (Part: part, Sums: part.Sums.Where(sum => ids.Contains(sum.ClientId)).ToList()))
                .Where(group => group.Sums.Count > 0 || dimension == ComparisonDimension.Month)
                .Select(group =>
                {
                    var scope = group.Part.Narrow(whole);
                    return new ComparisonGroup(group.Part, split, scope, group.Sums.Select(whole.Of), [.. CellsOf(group.Part, scope)]);
                }),
        ];

        IEnumerable<ComparisonCell> CellsOf(GroupPart part, FigureScope scope)
        {
            var byClient = part.Sums.ToLookup(sum => sum.ClientId);
            return shown
                .Where(row => byClient.Contains(row.Client.Id))
                .Select(row => new ComparisonCell(
                    row.Client,
                    split,
                    scope.OfClients([row.Client.Id]),
                    byClient[row.Client.Id].Select(whole.Of)
                ));
        }
    }
}
