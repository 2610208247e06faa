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
    /// The journeys that led to no conversion, each by its touches. One is open until its last touch is older than the look-back; the caller tells by that
    /// touch. Touches that are too old for a conversion which later ones of their journey led to are in none.
    /// </summary>
    /// <param name="lookBack">Of journeys that have no conversion to say another.</param>
    public static IEnumerable<TouchSpan> WithoutConversion(
        IReadOnlyList<DateTimeOffset> touches,
        IReadOnlyList<Conversion> conversions,
        IReadOnlyList<TouchSpan> converted,
        TimeSpan lookBack
    )
    {
        var first = 0;
        for (var place = 0; place <= conversions.Count; place++)
        {
            // Touches between two conversions, without those that count for the second.
            var (end, isConverted) =
                place < conversions.Count ? (converted[place].First, converted[place].Count > 0) : (touches.Count, false);
            while (first < end)
            {
                var last = first;
                while (last + 1 < end && touches[last + 1] - touches[last] <= lookBack)
                    last++;
                var leadsOn = isConverted && last + 1 == end && touches[end] - touches[last] <= lookBack;
                if (!leadsOn)
                    yield return new(first, last + 1);
                first = last + 1;
            }
            if (place < conversions.Count)
                first = converted[place].End;
        }
    }
}
