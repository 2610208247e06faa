namespace AgencyRoi.Metrics;

/// <summary>Where value comes from. The order counts: of two claims on a unit, equal in grade and day, the earlier stream is served first.</summary>
public enum ValueStream
{
    /// <summary>Sales that a channel of the agency brought.</summary>
    DirectSales,

    /// <summary>Leads, demos, registrations, downloads, bookings and other conversions.</summary>
    Conversions,

    /// <summary>The advertising price of unpaid visits.</summary>
    Traffic,

    /// <summary>Talks, events, webinars, publications.</summary>
    ThoughtLeadership,

    /// <summary>Customers kept, grown and won back through the relationship.</summary>
    Relationships,

    /// <summary>Customers who came because other customers spoke.</summary>
    WordOfMouth,

    /// <summary>Mentions, ratings and sentiment.</summary>
    Reputation,

    /// <summary>Links and citations earned.</summary>
    Authority,

    /// <summary>Sales that a channel helped and another one closed.</summary>
    IndirectSales,

    /// <summary>Contacts that service on social channels made unnecessary.</summary>
    ServiceSavings,

    /// <summary>Content used again, people trained.</summary>
    ContentAndLearning,

    /// <summary>Research that did not have to be bought.</summary>
    MarketInsight,

    /// <summary>Advertising that became cheaper through what social channels taught.</summary>
    AdvertisingEfficiency,
}

/// <summary>Where an amount stands in the four totals.</summary>
public enum ReturnClass
{
    /// <summary>Caused by the channel alone, as far as is known.</summary>
    Direct,

    /// <summary>Helped by it, closed elsewhere.</summary>
    Assisted,

    /// <summary>Value without a sale of its own.</summary>
    Indirect,

    /// <summary>
    /// What the same thing would have cost to buy. Saved, not earned: it joins the adjusted and the unadjusted total, and neither of the other two.
    /// </summary>
    CostAvoided,

    /// <summary>The cost side.</summary>
    Cost,
}

/// <summary>The line of each stream.</summary>
public static class ValueStreams
{
    /// <summary>Where a value of the stream stands: money that was not spent is not money that came in, whatever stream it belongs to.</summary>
    public static ReturnClass ReturnClassOf(ValueStream stream, ValuationBasis basis) =>
        basis switch
        {
            ValuationBasis.ReplacementCost => ReturnClass.CostAvoided,
            ValuationBasis.Margin or ValuationBasis.Revenue or ValuationBasis.Stated => OriginOf(stream),
            _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, null),
        };

    /// <summary>How the stream's value comes about, whatever it is priced by.</summary>
    public static ReturnClass OriginOf(ValueStream stream) =>
        stream switch
        {
            ValueStream.DirectSales or ValueStream.Conversions or ValueStream.Traffic => ReturnClass.Direct,
            ValueStream.IndirectSales => ReturnClass.Assisted,
            ValueStream.ThoughtLeadership
            or ValueStream.Relationships
            or ValueStream.WordOfMouth
            or ValueStream.Reputation
            or ValueStream.Authority
            or ValueStream.ServiceSavings
            or ValueStream.ContentAndLearning
            or ValueStream.MarketInsight
            or ValueStream.AdvertisingEfficiency => ReturnClass.Indirect,
            _ => throw new ArgumentOutOfRangeException(nameof(stream), stream, null),
        };
}
