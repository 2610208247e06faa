namespace AgencyRoi.Metrics.Streams;

/// <summary>
/// What a constant K would give: K = invitations a customer × conversion of each. A formula to understand a chain by, not to forecast
/// one: no measured K may be carried past the generations it was measured in.
/// </summary>
public static class ViralGrowth
{
    /// <summary>The size of a generation: seeds × K^g.</summary>
    public static decimal Wave(decimal seeds, decimal k, int generation)
    {
        var wave = seeds;
        for (var each = 0; each < generation; each++)
            wave *= k;
        return wave;
    }

    /// <summary>Seeds and all generations up to one: seeds (K^(g+1) - 1)/(K - 1), and seeds (g + 1) at K = 1.</summary>
    public static decimal Cumulative(decimal seeds, decimal k, int generation) =>
        Enumerable.Range(0, generation + 1).Sum(each => Wave(seeds, k, each));
}
