using MathNet.Numerics.Statistics;

namespace AgencyRoi.Metrics.Attribution;

/// <summary>How far several models agree on the order of the same dimension values.</summary>
public static class ModelAgreement
{
    /// <summary>
    /// Kendall's coefficient of concordance (Kendall and Babington Smith 1939): W = 12 S ÷ (m²(n³ - n) - m T), S being the squared distances of the sums of
    /// ranks from their mean, m models, n dimension values, and T the sum of t³ - t over each t values that share a rank in a model. 1: all models have
    /// one order; 0: they have nothing in common. Values that are equal share the mean of their ranks.
    /// </summary>
    /// <param name="models">For each model the credits of all dimension values, in one order.</param>
    /// <returns>Null for fewer than two models or two dimension values, and where no model tells one from another.</returns>
    /// <exception cref="ArgumentException">One model has more dimension values than another.</exception>
    public static double? Concordance(IReadOnlyList<IReadOnlyList<ModelCredit>> models)
    {
        if (models.Any(model => model.Count != models[0].Count))
            throw new ArgumentException("Models need credits of the same dimension values.", nameof(models));
        if (models.Count < 2 || models[0].Count < 2)
            return null;

        double m = models.Count;
        double n = models[0].Count;
        var sums = new double[models[0].Count];
        foreach (var model in models)
        foreach (var (place, rank) in Ranks(model).Index())
            sums[place] += rank;
        var squares = sums.Sum(sum => Math.Pow(sum - m * (n + 1) / 2, 2));
        var most = m * m * (Math.Pow(n, 3) - n) - m * models.Sum(Ties);
        return most <= 0 ? null : 12 * squares / most;
    }

    // Ranked by their places among the distinct values, which a double holds exactly.
    private static double[] Ranks(IReadOnlyList<ModelCredit> credits)
    {
        var distinct = credits.Select(credit => credit.Value).Distinct().Order().ToList();
        return credits.Select(credit => (double)distinct.BinarySearch(credit.Value)).ToArray().Ranks(RankDefinition.Average);
    }

    private static double Ties(IReadOnlyList<ModelCredit> credits) =>
        credits.GroupBy(credit => credit.Value, (_, equals) => equals.Count()).Sum(t => Math.Pow(t, 3) - t);
}
