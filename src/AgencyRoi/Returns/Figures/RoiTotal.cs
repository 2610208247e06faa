namespace AgencyRoi.Returns.Figures;

/// <summary>The four totals of value, each over the same full cost. They are always shown side by side.</summary>
internal enum RoiTotal
{
    /// <summary>The value that the channels caused by themselves.</summary>
    Direct,

    /// <summary>And what they helped to bring about and another one closed.</summary>
    DirectAndAssisted,

    /// <summary>All value, assisted value, indirect value and cost avoided counted by the strength of their evidence.</summary>
    Adjusted,

    /// <summary>All value as it was measured or stated.</summary>
    Unadjusted,
}

internal static class RoiTotals
{
    private static readonly ReturnClass[] Direct = [ReturnClass.Direct];
    private static readonly ReturnClass[] DirectAndAssisted = [ReturnClass.Direct, ReturnClass.Assisted];
    private static readonly ReturnClass[] All = [ReturnClass.Direct, ReturnClass.Assisted, ReturnClass.Indirect, ReturnClass.CostAvoided];

    /// <summary>The one that is meant.</summary>
    public static Total Of(this RoiTotal kind, FourTotals totals) =>
        kind switch
        {
            RoiTotal.Direct => totals.Direct,
            RoiTotal.DirectAndAssisted => totals.DirectAndAssisted,
            RoiTotal.Adjusted => totals.Adjusted,
            RoiTotal.Unadjusted => totals.Unadjusted,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    /// <summary>The lines of value that the total counts.</summary>
    public static IReadOnlyList<ReturnClass> ReturnClassesOf(RoiTotal total) =>
        total switch
        {
            RoiTotal.Direct => Direct,
            RoiTotal.DirectAndAssisted => DirectAndAssisted,
            RoiTotal.Adjusted or RoiTotal.Unadjusted => All,
            _ => throw new ArgumentOutOfRangeException(nameof(total), total, null),
        };
}
