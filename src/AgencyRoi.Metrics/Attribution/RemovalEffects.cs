namespace AgencyRoi.Metrics.Attribution;

/// <summary>The removal effect of each channel: one system of equations for the base, and one for each channel that starts from the base's solution.</summary>
internal sealed class RemovalEffects(TransitionMatrix matrix, SortedDictionary<int, List<int>> statesByChannel)
{
    private readonly AbsorptionSolver solver = new(matrix);
    private readonly bool[] removed = new bool[matrix.Rows];
    private readonly double[] without = new double[matrix.Rows];

    /// <returns>Null where a system does not settle.</returns>
    public (double Base, SortedDictionary<int, double> Effects)? Solve(CancellationToken cancellation)
    {
        var probabilities = matrix.Conversion.ToArray();
        if (!solver.Solve(probabilities, removed, cancellation))
            return null;
        var effects = new SortedDictionary<int, double>();
        foreach (var (channel, states) in statesByChannel)
        {
            probabilities.CopyTo(without, 0);
            Mark(states, isRemoved: true);
            if (!solver.Solve(without, removed, cancellation))
                return null;
            Mark(states, isRemoved: false);
            // The start is the last row. Where the channel lies on no way to a conversion, what is left is rounding.
            effects[channel] = Math.Clamp(1 - without[^1] / probabilities[^1], 0, 1);
        }
        return (probabilities[^1], effects);
    }

    private void Mark(List<int> states, bool isRemoved)
    {
        foreach (var state in states)
            if (matrix.RowOf[state] is >= 0 and var row)
                removed[row] = isRemoved;
    }
}
