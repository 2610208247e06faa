namespace AgencyRoi.Metrics.Attribution;

/// <summary>The conversions and the value that one model credits to one dimension value, such as a channel or a campaign.</summary>
public readonly record struct ModelCredit(decimal Conversions, decimal Value);

/// <summary>The lowest and the highest that any of several models says of one dimension value: how much of a figure is the choice of a model.</summary>
public sealed record ModelBand
{
    public required decimal LowestConversions { get; init; }

    public required decimal HighestConversions { get; init; }

    public required decimal LowestValue { get; init; }

    public required decimal HighestValue { get; init; }

    /// <summary>The best place that a model gives, 1 being the highest value.</summary>
    public required int BestRank { get; init; }

    public required int WorstRank { get; init; }

    /// <summary>All models give the same place.</summary>
    public bool IsRankStable => BestRank == WorstRank;

    /// <summary>
    /// The band of each dimension value, in their order. Rank = 1 + those whose value is above this one's in the same model, so that equals share a place.
    /// </summary>
    /// <param name="models">For each model the credits of all dimension values, in one order.</param>
    /// <exception cref="ArgumentException">There is no model, or one has more dimension values than another.</exception>
    public static IReadOnlyList<ModelBand> Of(IReadOnlyList<IReadOnlyList<ModelCredit>> models)
    {
        if (models.Count == 0 || models.Any(model => model.Count != models[0].Count))
            throw new ArgumentException("Models need credits of the same dimension values, and one model at least.", nameof(models));
        int[][] ranks = [.. models.Select(Ranks)];
        return [.. Enumerable.Range(0, models[0].Count).Select(Band)];

        ModelBand Band(int place) =>
            new()
            {
                LowestConversions = models.Min(model => model[place].Conversions),
                HighestConversions = models.Max(model => model[place].Conversions),
                LowestValue = models.Min(model => model[place].Value),
                HighestValue = models.Max(model => model[place].Value),
                BestRank = ranks.Min(rank => rank[place]),
                WorstRank = ranks.Max(rank => rank[place]),
            };
    }

    private static int[] Ranks(IReadOnlyList<ModelCredit> credits)
    {
        var ranks = new int[credits.Count];
        var (rank, above) = (0, (decimal?)null);
        foreach (var (counted, place) in Enumerable.Range(0, ranks.Length).OrderByDescending(place => credits[place].Value).Index())
        {
            if (credits[place].Value != above)
                (rank, above) = (counted + 1, credits[place].Value);
            ranks[place] = rank;
        }
        return ranks;
    }
}
