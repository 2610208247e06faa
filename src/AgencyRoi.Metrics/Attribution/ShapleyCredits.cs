namespace AgencyRoi.Metrics.Attribution;

/// <summary>
/// Credits by Shapley value (Shapley 1953) of the game in which a set of channels wins the conversions of the journeys that touched no others. Its closed
/// form: each journey's conversions and value are split equally over the distinct channels of its path (Zhao et al. 2018). Paths are added one by one and not
/// kept; memory grows with the channels and with how many of them one path touches.
/// </summary>
public sealed class ShapleyCredits
{
    private readonly List<ByBreadth> channels = [];
    private decimal conversions;
    private decimal value;
    private int paths;

    /// <param name="path">Numbers of channels from 0 on, densely numbered. Order and repeats do not matter.</param>
    /// <param name="count">Journeys without a conversion change nothing but that their channels are known.</param>
    /// <exception cref="ArgumentException">The path is empty: conversions without a touch are unattributed, and a line of their own.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A channel's number is negative.</exception>
    public void Add(ReadOnlySpan<int> path, PathCount count)
    {
        if (path.IsEmpty)
            throw new ArgumentException("A path has one touch or more.", nameof(path));
        paths++;
        var breadth = 0;
        foreach (var channel in path)
            if (IsNew(channel))
                breadth++;
        foreach (var channel in path)
            channels[channel].Add(paths, breadth, count);
        conversions += count.Conversions;
        value += count.Value;
    }

    /// <summary>The credits of the channels that were seen, by number. Together they are exactly the conversions and the value that were added.</summary>
    public IReadOnlyList<ChannelCredit> Credits()
    {
        int[] seen = [.. Enumerable.Range(0, channels.Count).Where(channel => channels[channel].Path > 0)];
        var byConversions = Rounded(conversions, seen, sum => sum.Conversions);
        var byValue = Rounded(value, seen, sum => sum.Value);
        return [.. seen.Select((channel, place) => new ChannelCredit(channel, byConversions[place], byValue[place]))];
    }

    private bool IsNew(int channel)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(channel);
        while (channels.Count <= channel)
            channels.Add(new());
        return channels[channel].IsNewIn(paths);
    }

    private decimal[] Rounded(decimal total, int[] seen, Func<(decimal Conversions, decimal Value), decimal> amount) =>
        ChannelCredit.Split(
            total,
            whole => LargestRemainder.RoundTo(whole, [.. seen.Select(channel => channels[channel].Credit(amount))], CreditShares.Places)
        );

    /// <summary>Sums of one channel by the number of channels that share them: exact until they are divided, in whichever order paths come.</summary>
    private sealed class ByBreadth
    {
        private (decimal Conversions, decimal Value)[] sums = [];
        private int counted;

        /// <summary>The last path that touched the channel, counted from 1; 0 when none did.</summary>
        public int Path { get; private set; }

        public bool IsNewIn(int path)
        {
            var isNew = Path != path;
            Path = path;
            return isNew;
        }

        public void Add(int path, int breadth, PathCount count)
        {
            if (counted == path)
                return;
            counted = path;
            if (sums.Length <= breadth)
                Array.Resize(ref sums, breadth + 1);
            sums[breadth].Conversions += count.Conversions;
            sums[breadth].Value += count.Value;
        }

        public decimal Credit(Func<(decimal Conversions, decimal Value), decimal> amount)
        {
            var credit = 0m;
            for (var breadth = 1; breadth < sums.Length; breadth++)
                credit += amount(sums[breadth]) / breadth;
            return credit;
        }
    }
}
