using AgencyRoi.Metrics.Streams;

namespace AgencyRoi.Metrics.Attribution;

/// <summary>
/// A rule that divides one conversion among the touches of its journey. The models are a closed set; each is a record whose parameters are checked when it is
/// made and do not change, so that equal rules are equal. Formulas and edge rules: methodology, section 3.
/// </summary>
public abstract record AttributionModel
{
    private protected AttributionModel() { }

    /// <summary>The credit of each touch: none is negative, and together they are 1. A journey without touches has no credits.</summary>
    /// <param name="touches">In the order in which they happened, repeats included, none after the conversion.</param>
    /// <param name="credits">As many as touches; what they held is overwritten. Nothing is allocated.</param>
    /// <exception cref="ArgumentException">There are more or fewer credits than touches.</exception>
    public void Weigh(ReadOnlySpan<JourneyTouch> touches, Span<double> credits)
    {
        if (credits.Length != touches.Length)
            throw new ArgumentException($"{touches.Length} touches need as many credits, not {credits.Length}.", nameof(credits));
        if (touches.Length == 1)
            credits[0] = 1;
        else if (touches.Length > 1)
            WeighSeveral(touches, credits);
    }

    // Two touches or more. Only this assembly can implement it, which closes the set.
    private protected abstract void WeighSeveral(ReadOnlySpan<JourneyTouch> touches, Span<double> credits);

    private protected static void GiveAll(Span<double> credits, int place)
    {
        credits.Clear();
        credits[place] = 1;
    }

    private protected static int LastNonDirect(ReadOnlySpan<JourneyTouch> touches)
    {
        for (var place = touches.Length - 1; place >= 0; place--)
            if (!touches[place].IsDirect)
                return place;
        return touches.Length - 1;
    }

    /// <exception cref="ArgumentException">There is a fault; it is named.</exception>
    private protected static T Checked<T>(T parameter, IEnumerable<InputFault> faults)
    {
        foreach (var fault in faults)
            throw new ArgumentException($"{fault.Field} breaks the rule {fault.Rule}.", fault.Field);
        return parameter;
    }
}
