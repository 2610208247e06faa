namespace AgencyRoi.Metrics.Attribution;

/// <summary>Why a chain attributes nothing.</summary>
public enum MarkovGap
{
    /// <summary>No path has been added.</summary>
    NoChannels,

    /// <summary>No path leads to a conversion, so that there is nothing to remove.</summary>
    NoConversions,

    /// <summary>The chain has more states than it is solved for: a lower order or a coarser dimension has fewer.</summary>
    TooManyStates,

    /// <summary>The probabilities did not settle: journeys go in circles almost without an end.</summary>
    NotSettled,
}

/// <summary>The removal effect of a channel, and what is attributed to it by that.</summary>
/// <param name="RemovalEffect">R = 1 - B without the channel ÷ B, 0 to 1: the share of converting walks that visit the channel.</param>
/// <param name="Conversions">All conversions × R ÷ sum of R. The credits are together exactly what was added.</param>
/// <param name="Value">The value of all conversions in the same proportion.</param>
public sealed record MarkovCredit(int Channel, double RemovalEffect, decimal Conversions, decimal Value);

/// <summary>Credits of all channels of a chain, or the reason why there are none.</summary>
/// <param name="Order">How many touches a state is.</param>
/// <param name="States">How many states the chain has, the start included.</param>
public sealed record MarkovAttribution(int Order, int States)
{
    /// <summary>B: the probability of reaching a conversion from the start; null when there is a gap.</summary>
    public double? BaseProbability { get; init; }

    /// <summary>Set when <see cref="BaseProbability"/> is null, and only then.</summary>
    public MarkovGap? Gap { get; init; }

    /// <summary>One for each channel, by number; none when there is a gap.</summary>
    public IReadOnlyList<MarkovCredit> Credits { get; init; } = [];
}
