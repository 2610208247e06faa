using AgencyRoi.Metrics.Statistics;

namespace AgencyRoi.Metrics.Experiments;

/// <summary>The method by which two groups were compared.</summary>
public enum DifferenceMethod
{
    /// <summary>The pooled test of two shares, with the interval of Newcombe.</summary>
    TwoProportions,

    /// <summary>Fisher's exact test of two shares, where fewer than five are expected in a cell; with the interval of Newcombe.</summary>
    FisherExact,

    /// <summary>Welch's test of two means.</summary>
    Welch,
}

/// <summary>How far the first of two groups is from the second, and how often chance alone would take it there.</summary>
public sealed record GroupDifference
{
    /// <summary>The first less the second, with its interval at 95 %.</summary>
    public required Estimate Difference { get; init; }

    /// <summary>Two-sided.</summary>
    public required double PValue { get; init; }

    public required DifferenceMethod Method { get; init; }

    /// <summary>Two shares. Null when a group is empty. Two groups in which all did it, or nobody, do not differ: p is 1.</summary>
    public static GroupDifference? OfShares(GroupShare first, GroupShare second)
    {
        if (Wilson.Rate(first.Successes, first.Units) is not { } one || Wilson.Rate(second.Successes, second.Units) is not { } other)
            return null;
        var isExact = FisherExact.IsNeeded(first.Successes, first.Units, second.Successes, second.Units);
        return new()
        {
            Difference = Newcombe.Difference(one, other),
            PValue = isExact
                ? FisherExact.PValue(first.Successes, first.Units, second.Successes, second.Units) ?? 1
                : TwoProportions.Test(first.Successes, first.Units, second.Successes, second.Units)?.PValue ?? 1,
            Method = isExact ? DifferenceMethod.FisherExact : DifferenceMethod.TwoProportions,
        };
    }

    /// <summary>Two means. Null where Welch's test has nothing to measure by.</summary>
    public static GroupDifference? OfMeans(GroupMean first, GroupMean second) =>
        WelchTest.Of(first, second) is { } test
            ? new()
            {
                Difference = test.Difference,
                PValue = test.PValue,
                Method = DifferenceMethod.Welch,
            }
            : null;
}

/// <summary>The units of a group, and those of them that did it.</summary>
/// <param name="Successes">From 0 to <paramref name="Units"/>.</param>
/// <param name="Units">n.</param>
public readonly record struct GroupShare(long Successes, long Units);
