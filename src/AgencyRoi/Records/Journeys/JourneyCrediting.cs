using AgencyRoi.Metrics.Attribution;

namespace AgencyRoi.Records.Journeys;

/// <summary>Credits the touches of one conversion by the policy of its day.</summary>
internal static class JourneyCrediting
{
    /// <param name="touches">Those of its look-back in their order, excluded ones among them; at least one.</param>
    public static SaleJourney Credit(JourneyTerms terms, ConversionRow conversion, ReadOnlySpan<TouchRow> touches)
    {
        var counted = new List<TouchRow>(touches.Length);
        foreach (var touch in touches)
            if (touch.HasBasis)
                counted.Add(touch);
        return new()
        {
            Model = terms.ModelOf(conversion),
            TouchCount = counted.Count,
            ExcludedTouchCount = touches.Length - counted.Count,
            Credits = counted.Count == 0 ? [] : Credits(terms, conversion, counted),
        };
    }

    /// <summary>The share of each touch, eight places; together they are 1.</summary>
    public static decimal[] SharesOf(AttributionModel rule, DateTimeOffset convertedAt, IReadOnlyList<TouchRow> touches)
    {
        var weights = new double[touches.Count];
        JourneyTouch[] weighed = [.. touches.Select(touch => Weighed(touch, convertedAt))];
        rule.Weigh(weighed, weights);
        var shares = new decimal[touches.Count];
        CreditShares.Of(weights, shares);
        return shares;
    }

    private static IReadOnlyList<JourneyCredit> Credits(JourneyTerms terms, ConversionRow conversion, List<TouchRow> touches)
    {
        var shares = SharesOf(terms.RuleOf(conversion), conversion.At, touches);
        var last = Array.FindLastIndex(shares, share => share > 0m);
        // The touches of one channel and campaign make one part of the conversion, but for the last one, which is direct.
        return
        [
            .. shares
                .Index()
                .Where(touch => touch.Item > 0m)
                .GroupBy(touch => (touches[touch.Index].ChannelId, touches[touch.Index].CampaignId, IsLast: touch.Index == last))
                .Select(part => new JourneyCredit
                {
                    ChannelId = part.Key.ChannelId,
                    CampaignId = part.Key.CampaignId,
                    Share = part.Sum(touch => touch.Item),
                    ReturnClass = part.Key.IsLast ? ReturnClass.Direct : ReturnClass.Assisted,
                    IsAttributed = terms.IsAttributed(touches[part.First().Index]),
                }),
        ];
    }

    public static JourneyTouch Weighed(TouchRow touch, DateTimeOffset convertedAt) =>
        new()
        {
            Age = convertedAt - touch.At,
            IsDirect = touch.IsDirect,
            IsLeadCreation = touch.CreatesLead,
            IsOpportunityCreation = touch.CreatesOpportunity,
            HasCampaign = touch.CampaignId is not null,
        };
}
