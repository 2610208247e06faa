using AgencyRoi.Metrics.Statistics;

namespace AgencyRoi.Metrics.Streams;

/// <summary>
/// Net share of opinions: (positive - negative) / all, with SE = sqrt((p + q - (p - q)²) / n). Sentiment and the net promoter score are
/// the same figure on two scales. No money comes of it by itself.
/// </summary>
/// <param name="Sample">Number of opinions; of weighted ones the effective number, (Σw)² / Σw².</param>
/// <param name="Net">From -1 to 1, with its interval at 95 %.</param>
/// <param name="NetWithoutNeutral">The same over positive and negative only; null when there are only neutral ones.</param>
public sealed record Opinion(decimal Sample, Estimate Net, decimal StandardError, decimal? NetWithoutNeutral)
{
    /// <summary>50 × (1 + net): from 0 to 100.</summary>
    public Estimate Index => 50m * (1m + Net);

    /// <summary>100 × net: the scale of the net promoter score, from -100 to 100.</summary>
    public Estimate Score => 100m * Net;

    /// <summary>Null for nothing to count. Deleted, fake and spam ones are left out by the caller, and counted apart.</summary>
    /// <exception cref="ArgumentException">A count below zero.</exception>
    public static Opinion? Of(decimal positive, decimal neutral, decimal negative) =>
        Of(positive, neutral, negative, positive + neutral + negative);

    private static Opinion? Of(decimal positive, decimal neutral, decimal negative, decimal sample)
    {
        if (positive < 0m || neutral < 0m || negative < 0m)
            throw new ArgumentException("Opinions are not fewer than none.", nameof(positive));
        var all = positive + neutral + negative;
        if (all == 0m)
            return null;

        var net = (positive - negative) / all;
        var spread = Math.Max(0m, (positive + negative) / all - net * net);
        var error = (decimal)Math.Sqrt((double)(spread / sample));
        var half = (decimal)Confidence.Z * error;
        var bounds = new Estimate(Math.Max(-1m, net - half), net, Math.Min(1m, net + half));
        return new(sample, bounds, error, positive + negative == 0m ? null : (positive - negative) / (positive + negative));
    }
}

/// <summary>Answers from 0 to 10 to how likely somebody is to recommend a client: promoters give 9 or 10, passives 7 or 8, detractors 0 to 6.</summary>
public sealed record PromoterAnswers(decimal Promoters, decimal Passives, decimal Detractors)
{
    public decimal All => Promoters + Passives + Detractors;

    /// <summary>Its score is the net promoter score; null without answers.</summary>
    public Opinion? Opinion => Opinion.Of(Promoters, Passives, Detractors);

    public static PromoterAnswers Of(IEnumerable<(int Score, decimal Answers)> answers)
    {
        var (promoters, passives, detractors) = (0m, 0m, 0m);
        foreach (var (score, count) in answers)
            _ = score switch
            {
                >= 9 => promoters += count,
                >= 7 => passives += count,
                _ => detractors += count,
            };
        return new(promoters, passives, detractors);
    }
}

/// <summary>Stars.</summary>
public static class Ratings
{
    /// <summary>The mean pulled towards a prior, so that three reviews do not beat three hundred: (w × prior + sum) / (w + n).</summary>
    /// <returns>Null when there is neither weight nor review.</returns>
    public static decimal? BayesianMean(decimal prior, decimal weight, decimal sum, decimal count) =>
        weight + count == 0m ? null : (weight * prior + sum) / (weight + count);

    public static decimal? Mean(decimal sum, decimal count) => count == 0m ? null : sum / count;
}
