namespace AgencyRoi.Metrics.Attribution;

/// <summary>The moves of a chain, by the state that they leave, and which states lead to a conversion.</summary>
internal sealed class StateGraph
{
    private readonly TransitionCounts counts;
    private readonly int[] starts;
    private readonly int[] places;
    private readonly bool[] convert;

    public StateGraph(TransitionCounts counts)
    {
        this.counts = counts;
        (starts, places) = Grouped(counts, move => move.From);
        convert = Converting(counts);
    }

    /// <summary>Places of the moves that leave a state, in the order in which they were first seen.</summary>
    public ReadOnlySpan<int> MovesFrom(int state) => places.AsSpan(starts[state]..starts[state + 1]);

    /// <summary>The states that lie between the start and a conversion, each after those it leads to, except where the way leads back.</summary>
    public List<int> DepthFirst()
    {
        var left = new List<int>();
        if (!convert[0])
            return left;
        var isSeen = new bool[counts.States];
        var path = new Stack<(int State, int Tried)>([(0, 0)]);
        isSeen[0] = true;
        while (path.TryPop(out var top))
        {
            var moves = MovesFrom(top.State);
            var tried = top.Tried;
            while (tried < moves.Length && !IsNew(counts.Moves[moves[tried]].To))
                tried++;
            if (tried == moves.Length)
            {
                left.Add(top.State);
                continue;
            }
            path.Push((top.State, tried + 1));
            path.Push((counts.Moves[moves[tried]].To, 0));
            isSeen[counts.Moves[moves[tried]].To] = true;
        }
        return left;

        bool IsNew(int state) => convert[state] && !isSeen[state];
    }

    // Backwards from the states that convert at once.
    private static bool[] Converting(TransitionCounts counts)
    {
        var (starts, places) = Grouped(counts, move => move.To);
        var converting = new bool[counts.States];
        var found = new Stack<int>();
        for (var state = 0; state < converting.Length; state++)
            if (counts.Ends[state].Conversions > 0)
                Find(state);
        while (found.TryPop(out var state))
            foreach (var place in places.AsSpan(starts[state]..starts[state + 1]))
                if (!converting[counts.Moves[place].From])
                    Find(counts.Moves[place].From);
        return converting;

        void Find(int state)
        {
            converting[state] = true;
            found.Push(state);
        }
    }

    private static (int[] Starts, int[] Places) Grouped(TransitionCounts counts, Func<TransitionCounts.Move, int> key)
    {
        var moves = counts.Moves;
        var starts = new int[counts.States + 1];
        foreach (var move in moves)
            starts[key(move) + 1]++;
        for (var state = 0; state < counts.States; state++)
            starts[state + 1] += starts[state];
        var (next, places) = (starts[..^1], new int[moves.Length]);
        for (var place = 0; place < moves.Length; place++)
            places[next[key(moves[place])]++] = place;
        return (starts, places);
    }
}
