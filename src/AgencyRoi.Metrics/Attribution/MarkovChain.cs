namespace AgencyRoi.Metrics.Attribution;

/// <summary>
/// Attribution by removal effect in a Markov chain (Anderl et al. 2016; Altomare and Loris, ChannelAttribution): a state is the last touches of a journey,
/// as many as the order says, and fewer at its start; the probability of a move is its count ÷ all that leave the state; to remove a channel sends every
/// move into a state that contains it to null. Solved exactly, not simulated. Paths are added one by one and not kept; memory is linear in the distinct
/// states and moves. With the journeys that did not convert B is conversions ÷ (conversions + nulls) at every order; without them it is 1, and the effects
/// are others: say which was used.
/// </summary>
public sealed class MarkovChain
{
    public const int HighestOrder = 4;

    /// <summary>With more states it is not solved: each channel is a system of so many equations.</summary>
    public const int MostStates = 50_000;

    private readonly int order;
    private readonly TransitionCounts counts;
    private decimal conversions;
    private decimal value;

    /// <param name="order">1 to <see cref="HighestOrder"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">Another order.</exception>
    public MarkovChain(int order)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(order, HighestOrder);
        (this.order, counts) = (order, new(order));
    }

    /// <summary>States so far, the start included.</summary>
    public int States => counts.States;

    /// <summary>Adds a path that was walked so often. One that was never walked is not looked at.</summary>
    /// <param name="path">Numbers of channels from 0 on, in the order of the touches, repeats included.</param>
    /// <exception cref="ArgumentException">The path is empty: conversions without a touch are unattributed, and a line of their own.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A channel's number is negative.</exception>
    public void Add(ReadOnlySpan<int> path, PathCount count)
    {
        if (path.IsEmpty)
            throw new ArgumentException("A path has one touch or more.", nameof(path));
        var walks = (double)(count.Conversions + count.Nulls);
        if (walks == 0)
            return;
        foreach (var channel in path)
            ArgumentOutOfRangeException.ThrowIfNegative(channel, nameof(path));
        var state = 0;
        foreach (var channel in path)
            state = counts.Add(state, channel, walks);
        AddEnd(state, count);
    }

    /// <summary>Adds a move that was counted elsewhere: so many journeys went from the state to the channel.</summary>
    /// <param name="state">The last touches before the move, the latest last: as many as the order, or all of the journey where those are fewer; none
    /// for its first touch.</param>
    /// <exception cref="ArgumentException">The state has more touches than the order.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public void AddTransition(ReadOnlySpan<int> state, int channel, decimal count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count > 0m)
            counts.Add(StateOf(state), channel, (double)count);
    }

    /// <summary>Adds ends that were counted elsewhere: so many journeys ended in the state, with or without a conversion.</summary>
    /// <param name="state">The last touches of the journeys, as in <see cref="AddTransition"/>; one at least.</param>
    /// <exception cref="ArgumentException">The state has no touch, or more than the order.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A channel's number is negative.</exception>
    public void AddEnd(ReadOnlySpan<int> state, PathCount count)
    {
        if (state.IsEmpty)
            throw new ArgumentException("A journey has one touch or more.", nameof(state));
        if (count.Conversions + count.Nulls > 0m)
            AddEnd(StateOf(state), count);
    }

    /// <summary>Attributes the conversions and the value: N × R ÷ sum of R. The same chain attributes the same to the last digit.</summary>
    public MarkovAttribution Attribute(CancellationToken cancellation = default)
    {
        var nothing = new MarkovAttribution(order, States);
        if (States == 1)
            return nothing with { Gap = MarkovGap.NoChannels };
        if (States > MostStates)
            return nothing with { Gap = MarkovGap.TooManyStates };
        if (conversions == 0m || TransitionMatrix.Of(counts) is not { Rows: > 0 } matrix)
            return nothing with { Gap = MarkovGap.NoConversions };
        return new RemovalEffects(matrix, counts.StatesByChannel()).Solve(cancellation) is { } solved
            ? nothing with
            {
                BaseProbability = solved.Base,
                Credits = Credited(solved.Effects),
            }
            : nothing with
            {
                Gap = MarkovGap.NotSettled,
            };
    }

    private void AddEnd(int state, PathCount count)
    {
        counts.AddEnd(state, (double)count.Conversions, (double)count.Nulls);
        conversions += count.Conversions;
        value += count.Value;
    }

    private int StateOf(ReadOnlySpan<int> state) =>
        state.Length <= order
            ? counts.StateOf(state)
            : throw new ArgumentException($"A state of order {order} has no {state.Length} touches.", nameof(state));

    private MarkovCredit[] Credited(SortedDictionary<int, double> effects)
    {
        double[] weights = [.. effects.Values];
        var byConversions = Split(conversions);
        var byValue = Split(value);
        return [.. effects.Select((effect, place) => new MarkovCredit(effect.Key, effect.Value, byConversions[place], byValue[place]))];

        decimal[] Split(decimal total) => ChannelCredit.Split(total, whole => CreditedAmounts.Split(whole, weights, CreditShares.Places));
    }
}
