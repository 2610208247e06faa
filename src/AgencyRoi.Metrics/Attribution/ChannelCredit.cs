namespace AgencyRoi.Metrics.Attribution;

/// <summary>The conversions and the value that a model of whole channels attributes to one of them.</summary>
/// <param name="Channel">The number that the paths call it by.</param>
public sealed record ChannelCredit(int Channel, decimal Conversions, decimal Value)
{
    /// <summary>Credits have eight decimal places. What a total has beyond them is the largest credit's, so that together they are exactly the total.</summary>
    /// <param name="split">Splits a total of eight places.</param>
    internal static decimal[] Split(decimal total, Func<decimal, decimal[]> split)
    {
        var whole = decimal.Round(total, CreditShares.Places, MidpointRounding.ToZero);
        var credits = split(whole);
        if (total != whole)
            credits[credits.Index().MaxBy(credit => Math.Abs(credit.Item)).Index] += total - whole;
        return credits;
    }
}
