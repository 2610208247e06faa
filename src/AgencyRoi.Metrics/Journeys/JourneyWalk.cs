namespace AgencyRoi.Metrics.Journeys;

/// <summary>A conversion of a person.</summary>
/// <param name="At">Its moment. Touches of the same moment come before it.</param>
/// <param name="LookBack">How far back touches count for it; above zero.</param>
public readonly record struct Conversion(DateTimeOffset At, TimeSpan LookBack);

/// <summary>The touches of a person that count for a conversion: those at the places from <paramref name="First"/> on, before <paramref name="End"/>.</summary>
public readonly record struct TouchSpan(int First, int End)
{
    public int Count => End - First;
}

/// <summary>A time in which a person was on a journey.</summary>
/// <param name="From">Its first touch.</param>
/// <param name="Closes">When its last touch is too old.</param>
/// <param name="ConvertedBy">The place of the conversion that ended it before; null: none did.</param>
public readonly record struct OpenTime(DateTimeOffset From, DateTimeOffset Closes, int? ConvertedBy);

/// <summary>
/// The journeys of one person: which touches count for which conversion, and which led to none. A conversion restarts the journey, touches after it never count
/// for it, and those that are older than its look-back do not. Touches that led to no conversion are one journey as long as none is older than the look-back
/// when the next one comes.
/// </summary>
public static class JourneyWalk
{
    /// <summary>The touches of each conversion, in the order of the conversions.</summary>
    /// <param name="touches">Moments in their order.</param>
    /// <param name="conversions">In their order, those of one moment as they were stored: the first of these takes the touches.</param>
    public static TouchSpan[] OfConversions(ReadOnlySpan<DateTimeOffset> touches, ReadOnlySpan<Conversion> conversions)
    {
        var spans = new TouchSpan[conversions.Length];
        var next = 0;
        for (var place = 0; place < conversions.Length; place++)
        {
            var (at, lookBack) = conversions[place];
            var first = next;
            while (next < touches.Length && touches[next] <= at)
                next++;
            while (first < next && at - touches[first] > lookBack)
                first++;
            spans[place] = new(first, next);
        }
        return spans;
    }

    /// <summary>
    /// The journeys that led to no conversion, each by its touches. One is open until its last touch is older than its look-back; the caller tells by that touch.
    /// Of its touches those count that are no older than the look-back at its last one; the others are in none, like those that are too old for a conversion
    /// which later ones of their journey led to.
    /// </summary>
    /// <param name="lookBackAt">The look-back of journeys that have no conversion to say another, at the moment of a touch.</param>
    public static IEnumerable<TouchSpan> WithoutConversion(
        IReadOnlyList<DateTimeOffset> touches,
        IReadOnlyList<Conversion> conversions,
        IReadOnlyList<TouchSpan> converted,
        Func<DateTimeOffset, TimeSpan> lookBackAt
    )
    {
        var first = 0;
        for (var place = 0; place <= conversions.Count; place++)
        {
            // Touches between two conversions, without those that count for the second.
            var (end, isConverted) =
                place < conversions.Count ? (converted[place].First, converted[place].Count > 0) : (touches.Count, false);
            foreach (var chain in Chains(touches, first, end, lookBackAt))
            {
                var last = chain.End - 1;
                var lookBack = lookBackAt(touches[last]);
                var leadsOn = isConverted && chain.End == end && touches[end] - touches[last] <= lookBack;
                if (!leadsOn)
                    yield return new(FirstWithin(touches, chain, lookBack), chain.End);
            }
            if (place < conversions.Count)
                first = converted[place].End;
        }
    }

    /// <summary>The times in which the person was on a journey, each from its first touch to its conversion, or until its last touch is too old.</summary>
    /// <param name="lookBackAt">As for <see cref="WithoutConversion"/>.</param>
    public static IEnumerable<OpenTime> OpenTimes(
        IReadOnlyList<DateTimeOffset> touches,
        IReadOnlyList<Conversion> conversions,
        IReadOnlyList<TouchSpan> converted,
        Func<DateTimeOffset, TimeSpan> lookBackAt
    )
    {
        var first = 0;
        for (var place = 0; place <= conversions.Count; place++)
        {
            var end = place < conversions.Count ? converted[place].End : touches.Count;
            foreach (var chain in Chains(touches, first, end, lookBackAt))
            {
                var closes = touches[chain.End - 1] + lookBackAt(touches[chain.End - 1]);
                var isConverted = chain.End == end && place < conversions.Count && conversions[place].At <= closes;
                yield return new(touches[chain.First], closes, isConverted ? place : null);
            }
            first = end;
        }
    }

    // Touches from one place to another, none of them too old when the next one comes.
    private static IEnumerable<TouchSpan> Chains(
        IReadOnlyList<DateTimeOffset> touches,
        int first,
        int end,
        Func<DateTimeOffset, TimeSpan> lookBackAt
    )
    {
        while (first < end)
        {
            var last = first;
            while (last + 1 < end && touches[last + 1] - touches[last] <= lookBackAt(touches[last]))
                last++;
            yield return new(first, last + 1);
            first = last + 1;
        }
    }

    private static int FirstWithin(IReadOnlyList<DateTimeOffset> touches, TouchSpan chain, TimeSpan lookBack)
    {
        var first = chain.First;
        while (touches[chain.End - 1] - touches[first] > lookBack)
            first++;
        return first;
    }
}
