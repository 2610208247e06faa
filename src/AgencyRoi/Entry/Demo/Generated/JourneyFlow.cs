using AgencyRoi.Records.Touches;

namespace AgencyRoi.Entry.Demo.Generated;

/// <summary>How people come to buy, or do not: ways of several steps, some more usual than others.</summary>
internal sealed record JourneyFlow
{
    /// <summary>The first day of the sales that have touches; before it nobody recorded any.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Of a hundred sales, those whose buyer left touches.</summary>
    public required int PercentOfSales { get; init; }

    /// <summary>People of a month who begin a journey and do not buy.</summary>
    public required decimal WithoutSalePerMonth { get; init; }

    /// <summary>Of a hundred touches, those without a legal basis.</summary>
    public required int PercentWithoutBasis { get; init; }

    /// <summary>The steps that ways are made of, by their names.</summary>
    public required IReadOnlyDictionary<string, JourneyStep> Steps { get; init; }

    public required IReadOnlyList<JourneyWay> Ways { get; init; }
}

/// <summary>A touch as it is met again and again. Without channel and campaign it is a direct visit.</summary>
internal sealed record JourneyStep
{
    public required TouchKind Kind { get; init; }

    public string? Channel { get; init; }

    /// <summary>Outside its dates the touch is of none.</summary>
    public string? Campaign { get; init; }

    public string? Site { get; init; }

    /// <summary>How many posts or ads there are of it; none: it is no post.</summary>
    public int Posts { get; init; }
}

/// <param name="Weight">How usual it is beside the others.</param>
/// <param name="Steps">Names of steps in their order, such as <c>reel > ad > direct</c>.</param>
internal sealed record JourneyWay(int Weight, string Steps)
{
    public string[] Names => Steps.Split(" > ");
}
