namespace AgencyRoi.Metrics.Attribution;

/// <summary>
/// Weights of the first touch, of all between together, and of the last. Two touches have nothing between, so that the two weights of the ends are
/// divided by their own sum.
/// </summary>
internal readonly record struct EndWeights(double First, double Middle, double Last)
{
    /// <param name="credits">Two or more.</param>
    public void Weigh(Span<double> credits)
    {
        var between = credits.Length - 2;
        var total = between == 0 ? First + Last : First + Middle + Last;
        if (between > 0)
            credits[1..^1].Fill(Middle / total / between);
        credits[0] = First / total;
        credits[^1] = Last / total;
    }
}
