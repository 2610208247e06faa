using AgencyRoi.Ledger.Sums;
using AgencyRoi.Returns.Figures;

namespace AgencyRoi.Returns.Comparison;

/// <summary>How deep a node lies.</summary>
internal enum RoiTreeLevel
{
    /// <summary>All value.</summary>
    Whole,

    /// <summary>Direct, assisted, indirect, or cost avoided.</summary>
    ReturnClass,

    /// <summary>A value stream.</summary>
    Stream,

    /// <summary>A method of valuation.</summary>
    Method,
}

/// <summary>Where value came from, ready to draw: the whole, its lines, their streams, their methods. The children of a node add up to it.</summary>
/// <param name="CurrencyCode">ISO 4217.</param>
/// <param name="Cost">The full cost that all of it stands over.</param>
/// <param name="Nodes">
/// Each node before its children, in the order of lines and streams. Every line and stream is there, so that what is not measured is seen: such a
/// stream stands below its origin. A stream with value on two lines has a node below each.
/// </param>
internal sealed record RoiTree(string CurrencyCode, Money Cost, IReadOnlyList<RoiTreeNode> Nodes) : ICountsEntries
{
    [GraphQLIgnore]
    public required EntryFilter Counted { get; init; }
}

/// <summary>A node of the tree.</summary>
/// <param name="Key">Unlike any other of the tree: the codes on the way to it, joined by slashes.</param>
/// <param name="ParentKey">The node that it is a part of; null: the whole.</param>
/// <param name="Level">How deep it lies.</param>
/// <param name="Code">The code of its return class, stream or method; WHOLE at the top.</param>
/// <param name="Origin">
/// How the value of its stream comes about, whatever line it stands on: TRAFFIC is DIRECT by origin, also below COST_AVOIDED. Null above the streams.
/// </param>
/// <param name="MethodVersions">The versions of the method that were used; empty above the methods.</param>
/// <param name="EntryCount">How many ledger entries.</param>
/// <param name="Value">Its unadjusted value. Null: nothing was measured, which is not the same as nothing.</param>
/// <param name="Adjusted">The same counted by the strength of its evidence.</param>
/// <param name="Low">The sum of the lows of its parts.</param>
/// <param name="High">The sum of their highs.</param>
/// <param name="Share">Its part of the whole unadjusted value, six places; null when the whole is not above zero, or nothing was measured.</param>
/// <param name="Grades">Its value by evidence.</param>
internal sealed record RoiTreeNode(
    string Key,
    string? ParentKey,
    RoiTreeLevel Level,
    string Code,
    ReturnClass? Origin,
    IReadOnlyList<int> MethodVersions,
    long EntryCount,
    Money? Value,
    Money? Adjusted,
    Money? Low,
    Money? High,
    decimal? Share,
    IReadOnlyList<GradeShare> Grades
) : ICountsEntries
{
    /// <summary>Its value alone: a node has no cost. That of a method is not told from its stream's.</summary>
    [GraphQLIgnore]
    public required EntryFilter Counted { get; init; }
}
