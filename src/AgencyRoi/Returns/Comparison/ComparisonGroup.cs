using AgencyRoi.Portfolio.ClientGroups;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Returns.Figures;
using AgencyRoi.Returns.Totals;

namespace AgencyRoi.Returns.Comparison;

/// <summary>All clients together in one value of the dimension, and the shown ones each by itself. Cells add up to the group over all clients found.</summary>
internal sealed class ComparisonGroup(FoundGroup group, FigureTotals totals, IReadOnlyList<ComparisonCell> cells)
    : FourFigures(group.Scope, totals)
{
    /// <summary>The code of the network, stream, category …; the month as <c>2025-03</c>; the id of the group of clients. Null: what belongs to none.</summary>
    public string? Key => group.Part.Key;

    /// <summary>The same for people, in English; of a group of clients its name.</summary>
    public string Label => group.Part.Label;

    /// <summary>The amounts of the groups that add up to the whole.</summary>
    public GroupSplit Split => group.Split;

    /// <summary>The group of clients by CLIENT_GROUP; null of clients that are in none, and by every other dimension.</summary>
    public ClientGroup? ClientGroup => group.Part.ClientGroup;

    /// <summary>The clients of the comparison's rows that have something in this group, in their order.</summary>
    public IReadOnlyList<ComparisonCell> Cells => cells;

    internal override UndefinedReason? WithoutReturn => group.WithoutReturn;
}

/// <summary>
/// What one client has in a group. What a dimension splits adds up both ways: over the clients to the group, over the groups to the client's row. The ends of
/// the adjusted total add up to the group only, as does everything by CLIENT_GROUP: there a cell may differ from the client's row by a minor unit.
/// </summary>
internal sealed class ComparisonCell(Client client, FoundGroup group, FigureTotals totals)
    : FourFigures(group.Scope.OfClient(client.Id), totals)
{
    /// <summary>The client.</summary>
    public Client Client => client;

    internal override UndefinedReason? WithoutReturn => group.WithoutReturn;
}
