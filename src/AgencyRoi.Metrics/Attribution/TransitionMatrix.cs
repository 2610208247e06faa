namespace AgencyRoi.Metrics.Attribution;

/// <summary>
/// Moves of a chain as probabilities, in sparse rows: one for each state from which conversion can be reached. Returns of a state to itself are left out and
/// the others divided by what remains, which changes no probability of an end and needs no subtraction, however near to 1 the return is. Rows are in
/// the order in which a depth-first search from the start leaves the states: nearly all moves then lead to an earlier row (all, where no state is
/// returned to), and the start is the last row.
/// </summary>
internal sealed class TransitionMatrix
{
    // Row i holds the moves to earlier rows from Starts[i] to Later[i], and those to later rows up to Starts[i + 1].
    private readonly int[] starts;
    private readonly int[] later;

    private TransitionMatrix(TransitionCounts counts)
    {
        var graph = new StateGraph(counts);
        var order = graph.DepthFirst();
        RowOf = new int[counts.States];
        Array.Fill(RowOf, -1);
        foreach (var (row, state) in order.Index())
            RowOf[state] = row;

        var (columns, probabilities) = (new List<int>(), new List<double>());
        (starts, later, Conversion) = (new int[order.Count + 1], new int[order.Count], new double[order.Count]);
        foreach (var (row, state) in order.Index())
        {
            var end = counts.Ends[state];
            var total = end.Conversions + end.Nulls + AddMoves(state, row, isLater: false);
            later[row] = columns.Count;
            AddMoves(state, row, isLater: true);
            starts[row + 1] = columns.Count;
            Conversion[row] = end.Conversions / total;
            for (var place = starts[row]; place < columns.Count; place++)
                probabilities[place] /= total;
        }
        Columns = [.. columns];
        Probabilities = [.. probabilities];

        // All moves to other states count, also those that the rows leave out because they lead to no conversion.
        double AddMoves(int state, int row, bool isLater)
        {
            var total = 0.0;
            foreach (var place in graph.MovesFrom(state))
            {
                var move = counts.Moves[place];
                if (move.To == state)
                    continue;
                total += move.Count;
                if (RowOf[move.To] < 0 || RowOf[move.To] > row != isLater)
                    continue;
                columns.Add(RowOf[move.To]);
                probabilities.Add(move.Count);
            }
            return total;
        }
    }

    public static TransitionMatrix Of(TransitionCounts counts) => new(counts);

    public int Rows => later.Length;

    /// <summary>The row of each state; -1 where conversion cannot be reached from it, or it not from the start.</summary>
    public int[] RowOf { get; }

    /// <summary>The probability of each row to convert at once.</summary>
    public double[] Conversion { get; }

    public int[] Columns { get; }

    public double[] Probabilities { get; }

    public Range Earlier(int row) => starts[row]..later[row];

    public Range Later(int row) => later[row]..starts[row + 1];
}
