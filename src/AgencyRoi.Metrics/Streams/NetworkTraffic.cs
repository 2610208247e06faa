namespace AgencyRoi.Metrics.Streams;

/// <summary>
/// Clicks from a network, which come with no keyword: unpaid ones × what the client pays for a bought click there. One grade below keyword traffic, which is
/// D: nobody knows what these people looked for. An equivalence; a memo on request, never a line, since what is counted is no value.
/// </summary>
public static class NetworkTraffic
{
    public const EvidenceGrade Grade = EvidenceGrade.E;

    /// <summary>What every answer that holds the figure says with it.</summary>
    public const string Note =
        "What unpaid clicks would have cost on the same network, by the price that the client paid there. It is no value and enters no return.";

    public static decimal Value(decimal unpaidClicks, decimal costPerClick) => unpaidClicks * costPerClick;
}
