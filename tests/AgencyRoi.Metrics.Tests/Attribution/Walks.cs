namespace AgencyRoi.Metrics.Tests.Attribution;

/// <summary>The same chain by other code: states as text, and walks followed step by step until none is left.</summary>
internal static class Walks
{
    public static double ShareThatVisit(int channel, int order, List<CountedPath> paths)
    {
        var moves = Moves(order, paths);
        var (visiting, all) = (0.0, 0.0);
        var now = new Dictionary<(string State, bool HasVisited), double> { [("", false)] = 1 };
        while (now.Values.Sum() > 1e-15)
        {
            var next = new Dictionary<(string, bool), double>();
            foreach (var ((state, hasVisited), walks) in now)
            {
                var total = moves[state].Values.Sum();
                foreach (var (to, count) in moves[state])
                {
                    var part = walks * count / total;
                    if (to == "conversion")
                        (all, visiting) = (all + part, visiting + (hasVisited ? part : 0));
                    else if (to != "null")
                    {
                        var key = (to, hasVisited || to.Split('>').Contains($"{channel}"));
                        next[key] = next.GetValueOrDefault(key) + part;
                    }
                }
            }
            now = next;
        }
        return visiting / all;
    }

    private static Dictionary<string, Dictionary<string, double>> Moves(int order, List<CountedPath> paths)
    {
        var moves = new Dictionary<string, Dictionary<string, double>>();
        foreach (var (channels, count) in paths)
        {
            var state = "";
            for (var place = 0; place < channels.Length; place++)
            {
                var to = string.Join('>', channels[Math.Max(0, place + 1 - order)..(place + 1)]);
                Add(state, to, count.Conversions + count.Nulls);
                state = to;
            }
            Add(state, "conversion", count.Conversions);
            Add(state, "null", count.Nulls);
        }
        return moves;

        void Add(string from, string to, decimal count)
        {
            if (!moves.TryGetValue(from, out var row))
                moves[from] = row = [];
            row[to] = row.GetValueOrDefault(to) + (double)count;
        }
    }
}
