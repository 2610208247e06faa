using System.Runtime.InteropServices;

namespace AgencyRoi.Metrics.Attribution;

/// <summary>
/// Moves between the states of a chain, counted. A state is the last touches of a journey, up to the order of the chain; fewer at its start. State 0 has none:
/// there every journey begins. Memory is linear in the distinct states and moves, and a touch costs one look-up.
/// </summary>
internal sealed class TransitionCounts(int order)
{
    private const int BitsOfTouch = 32;

    // A dictionary hashes a long number by the difference of its halves, and those of small numbers fall together. Multiplied by an odd number all keys are
    // distinct as before, and spread (Fibonacci hashing: Knuth, The Art of Computer Programming, 6.4).
    private static readonly UInt128 Spread = new(0x9E3779B97F4A7C15, 0xF39CC0605CEDC835);

    // A state's touches, each a channel's number + 1, the latest in the lowest bits.
    private readonly List<UInt128> keys = [0];
    private readonly Dictionary<UInt128, int> states = new() { [0] = 0 };
    private readonly List<(double Conversions, double Nulls)> ends = [default];

    // From state and channel, as KeyOf writes them, to the place of the move.
    private readonly Dictionary<ulong, int> places = [];
    private readonly List<Move> moves = [];
    private readonly UInt128 mask = order * BitsOfTouch == 128 ? UInt128.MaxValue : (UInt128.One << (order * BitsOfTouch)) - 1;

    public int States => keys.Count;

    public ReadOnlySpan<Move> Moves => CollectionsMarshal.AsSpan(moves);

    public ReadOnlySpan<(double Conversions, double Nulls)> Ends => CollectionsMarshal.AsSpan(ends);

    /// <summary>Counts the move from a state to the next channel.</summary>
    /// <returns>The state that it leads to.</returns>
    public int Add(int state, int channel, double count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(channel);
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, KeyOf(state, channel), out var isKnown);
        if (!isKnown)
        {
            place = moves.Count;
            moves.Add(new(state, StateOf(Next(keys[state], channel))));
        }
        ref var move = ref CollectionsMarshal.AsSpan(moves)[place];
        move.Count += count;
        return move.To;
    }

    public void AddEnd(int state, double conversions, double nulls)
    {
        ref var end = ref CollectionsMarshal.AsSpan(ends)[state];
        end.Conversions += conversions;
        end.Nulls += nulls;
    }

    public int StateOf(ReadOnlySpan<int> touches)
    {
        var key = UInt128.Zero;
        foreach (var channel in touches)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(channel);
            key = Next(key, channel);
        }
        return StateOf(key);
    }

    /// <summary>The states that contain a channel, by channel.</summary>
    public SortedDictionary<int, List<int>> StatesByChannel()
    {
        var byChannel = new SortedDictionary<int, List<int>>();
        for (var state = 1; state < keys.Count; state++)
        for (var key = keys[state]; key != 0; key >>= BitsOfTouch)
        {
            var channel = (int)((uint)key - 1);
            if (!byChannel.TryGetValue(channel, out var containing))
                byChannel[channel] = containing = [];
            if (containing is [] || containing[^1] != state)
                containing.Add(state);
        }
        return byChannel;
    }

    private static ulong KeyOf(int state, int channel) => unchecked((((ulong)state << BitsOfTouch) | (uint)channel) * (ulong)Spread);

    private UInt128 Next(UInt128 key, int channel) => ((key << BitsOfTouch) | ((uint)channel + 1)) & mask;

    private int StateOf(UInt128 key)
    {
        ref var state = ref CollectionsMarshal.GetValueRefOrAddDefault(states, unchecked(key * Spread), out var isKnown);
        if (!isKnown)
        {
            state = keys.Count;
            keys.Add(key);
            ends.Add(default);
        }
        return state;
    }

    internal record struct Move(int From, int To)
    {
        public double Count { get; set; }
    }
}
