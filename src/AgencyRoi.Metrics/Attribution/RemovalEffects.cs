using System.Runtime.Intrinsics;

namespace AgencyRoi.Metrics.Attribution;

/// <summary>The removal effect of each channel: one system of equations for the base, and one for each channel that starts from the base's solution.</summary>
internal sealed class RemovalEffects
{
    private const int SettledDigits = 13;

    private readonly TransitionMatrix matrix;
    private readonly SortedDictionary<int, List<int>> statesByChannel;
    private readonly AbsorptionSolver solver;
    private readonly Vector256<double>[] kept;

    public RemovalEffects(TransitionMatrix matrix, SortedDictionary<int, List<int>> statesByChannel)
    {
        (this.matrix, this.statesByChannel, solver) = (matrix, statesByChannel, new(matrix));
        kept = new Vector256<double>[matrix.Rows];
        Array.Fill(kept, Vector256<double>.AllBitsSet);
    }

    /// <returns>Null where a system does not settle.</returns>
    public (double Base, SortedDictionary<int, double> Effects)? Solve(CancellationToken cancellation)
    {
        Vector256<double>[] all = [.. matrix.Conversion.Select(Vector256.Create)];
        if (!solver.Solve(all, kept, cancellation))
            return null;
        // The start is the last row.
        var baseProbability = all[^1][0];
        var without = new Vector256<double>[all.Length];
        var effects = new SortedDictionary<int, double>();
        foreach (var channels in statesByChannel.Keys.Chunk(AbsorptionSolver.Lanes))
        {
            all.CopyTo(without, 0);
            Remove(channels);
            if (!solver.Solve(without, kept, cancellation))
                return null;
            KeepAgain(channels);
            // Where the channel lies on no way to a conversion, what is left is rounding. Beyond the residual digits are those of the order of the states: equal effects stay equal without them.
            foreach (var (lane, channel) in channels.Index())
                effects[channel] = Math.Clamp(Math.Round(1 - without[^1][lane] / baseProbability, SettledDigits), 0, 1);
        }
        return (baseProbability, effects);
    }

    private void Remove(int[] channels)
    {
        foreach (var (lane, channel) in channels.Index())
        foreach (var row in RowsOf(channel))
            kept[row] = kept[row].WithElement(lane, 0);
    }

    private void KeepAgain(int[] channels)
    {
        foreach (var row in channels.SelectMany(RowsOf))
            kept[row] = Vector256<double>.AllBitsSet;
    }

    private IEnumerable<int> RowsOf(int channel) => statesByChannel[channel].Select(state => matrix.RowOf[state]).Where(row => row >= 0);
}
