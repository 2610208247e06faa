using System.Diagnostics;
using AgencyRoi.Returns.Figures;

namespace AgencyRoi.Returns.Comparison;

/// <summary>A value of a dimension, cut to the clients that a comparison finds.</summary>
internal sealed class FoundGroup
{
    private readonly ILookup<ClientId, EntrySum> byClient;

    public FoundGroup(GroupPart part, GroupSplit split, FigureScope whole)
    {
        (Part, Split, Scope) = (part, split, part.Narrow(whole));
        var found = whole.Sums.ClientIds.ToHashSet();
        byClient = part.Sums.Where(sum => found.Contains(sum.ClientId)).ToLookup(sum => sum.ClientId, whole.Of);
    }

    public GroupPart Part { get; }

    public GroupSplit Split { get; }

    public FigureScope Scope { get; }

    /// <summary>The amounts of all clients found in it.</summary>
    public IEnumerable<EntrySum> Sums => byClient.SelectMany(sums => sums);

    /// <summary>The amounts of one client in it.</summary>
    public IEnumerable<EntrySum> Of(ClientId clientId) => byClient[clientId];

    public UndefinedReason? WithoutReturn => Split == GroupSplit.Cost ? UndefinedReason.NotMeasured : null;

    /// <summary>Whether the groups of the dimension add up on this side.</summary>
    public bool Splits(EntrySide side) =>
        Split switch
        {
            GroupSplit.CostAndValue => true,
            GroupSplit.Cost => side == EntrySide.Cost,
            GroupSplit.Value => side == EntrySide.Value,
            GroupSplit.Overlapping => false,
            _ => throw new UnreachableException($"{Split} is no split."),
        };
}

internal static class ComparisonGroups
{
    /// <summary>The groups in which a client that is found has something; of months, all.</summary>
    public static IReadOnlyList<FoundGroup> Of(ComparisonDimension dimension, IReadOnlyList<GroupPart> parts, FigureScope whole) =>
        [
            .. parts
                .Select(part => new FoundGroup(part, GroupSplits.Of(dimension), whole))
                .Where(group => group.Sums.Any() || dimension == ComparisonDimension.Month),
        ];
}
