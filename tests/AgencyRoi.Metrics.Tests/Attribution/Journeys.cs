using AgencyRoi.Metrics.Attribution;

namespace AgencyRoi.Metrics.Tests.Attribution;

/// <summary>Journeys written as text, and what a model credits them with.</summary>
internal static class Journeys
{
    public static readonly AttributionModel[] AllModels =
    [
        new FirstTouch(),
        new LastTouch(),
        new LastNonDirectTouch(),
        new CampaignPriority(),
        new Linear(),
        new PositionBased(),
        new PositionBased(0m, 0m, 1m),
        new JShaped(),
        new InverseJShaped(),
        new WShaped(),
        new FullPath(),
        new TimeDecay(),
        new TimeDecay(0.0001m),
        new CustomWeights([3m, 0m, 1m], CountedFrom.FirstTouch),
        new CustomWeights([3m, 0m], CountedFrom.LastTouch),
    ];

    /// <summary>A touch a word, a day apart, the last one a day old: d direct, c of a campaign, l the lead, o the opportunity, - none of them.</summary>
    public static JourneyTouch[] Touches(string journey)
    {
        var words = journey.Split(' ');
        return
        [
            .. words.Select(
                (word, place) =>
                    new JourneyTouch
                    {
                        Age = TimeSpan.FromDays(words.Length - place),
                        IsDirect = word.Contains('d', StringComparison.Ordinal),
                        HasCampaign = word.Contains('c', StringComparison.Ordinal),
                        IsLeadCreation = word.Contains('l', StringComparison.Ordinal),
                        IsOpportunityCreation = word.Contains('o', StringComparison.Ordinal),
                    }
            ),
        ];
    }

    public static JourneyTouch[] Aged(params double[] days) => [.. days.Select(day => new JourneyTouch { Age = TimeSpan.FromDays(day) })];

    public static double[] Weigh(this AttributionModel model, JourneyTouch[] touches)
    {
        var credits = new double[touches.Length];
        Array.Fill(credits, double.NaN);
        model.Weigh(touches, credits);
        return credits;
    }

    /// <summary>The credits in percent.</summary>
    public static void Credits(AttributionModel model, string journey, string percentages) =>
        Assert.Equal(List(percentages), model.Weigh(Touches(journey)).Select(credit => decimal.Round((decimal)credit * 100m, 4)));

    public static decimal[] Shares(params double[] weights)
    {
        var shares = new decimal[weights.Length];
        CreditShares.Of(weights, shares);
        return shares;
    }

    public static JourneyTouch[] Random(Random random, int touches) =>
        [
            .. Enumerable
                .Range(0, touches)
                .Select(_ => new JourneyTouch
                {
                    Age = TimeSpan.FromHours(random.NextDouble() * 24 * 1_000),
                    IsDirect = random.Next(3) == 0,
                    HasCampaign = random.Next(3) == 0,
                    IsLeadCreation = random.Next(5) == 0,
                    IsOpportunityCreation = random.Next(5) == 0,
                }),
        ];
}
