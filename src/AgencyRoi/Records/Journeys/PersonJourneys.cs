using System.Runtime.InteropServices;
using AgencyRoi.Metrics.Attribution;
using AgencyRoi.Metrics.Journeys;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Records.Journeys;

/// <summary>
/// The touches and conversions of one person after the other, in their order, which become journeys when the person's last one was told. What becomes of them rests on
/// them and on the terms alone: whoever counts it, and for whatever days, counts the same.
/// </summary>
internal abstract class PersonJourneys(ClientId clientId, string timeZone, JourneyTerms terms)
{
    private readonly List<TouchRow> touches = [];
    private readonly List<CountedConversion> conversions = [];
    private (DateOnly Day, TimeSpan LookBack)? lastAsked;
    private Guid? key;

    protected JourneyTerms Terms => terms;

    /// <summary>Those of the person.</summary>
    protected ReadOnlySpan<TouchRow> Touches => CollectionsMarshal.AsSpan(touches);

    /// <summary>Whatever follows is of this person.</summary>
    public void Begin(Guid person)
    {
        if (key == person)
            return;
        End();
        key = person;
    }

    public void Add(TouchRow touch) => touches.Add(touch);

    public void Add(CountedConversion conversion) => conversions.Add(conversion);

    /// <summary>The person's last touch or conversion was told.</summary>
    public void End()
    {
        if (touches.Count + conversions.Count > 0)
            Walk();
        touches.Clear();
        conversions.Clear();
        Ended();
    }

    /// <summary>A journey of the person ended.</summary>
    protected abstract void Count(in JourneyEnd end);

    /// <summary>The person was on a journey.</summary>
    protected abstract void Count(OpenDays open);

    /// <summary>The next person follows.</summary>
    protected virtual void Ended() { }

    protected DateOnly DayOf(DateTimeOffset moment) => Calendar.DayIn(timeZone, moment);

    private void Walk()
    {
        DateTimeOffset[] moments = [.. touches.Select(touch => touch.At)];
        Conversion[] converted = [.. conversions.Select(each => new Conversion(each.Row.At, terms.LookBackOf(each.Row)))];
        var spans = JourneyWalk.OfConversions(moments, converted);
        foreach (var (conversion, own) in conversions.Zip(spans))
            CountConversion(conversion, own);
        foreach (var own in JourneyWalk.WithoutConversion(moments, converted, spans, LookBackAt))
        {
            var last = moments[own.End - 1];
            Count(
                new JourneyEnd
                {
                    Day = DayOf(last + LookBackAt(last)),
                    At = last,
                    Touches = own,
                    Count = new PathCount { Conversions = 0m, Nulls = 1m },
                }
            );
        }
        foreach (var open in JourneyWalk.OpenTimes(moments, converted, spans, LookBackAt))
            Count(
                open.ConvertedBy is { } place
                    ? new OpenDays(DayOf(open.From), conversions[place].Row.Day, IsConverted: true)
                    : new OpenDays(DayOf(open.From), DayOf(open.Closes), IsConverted: false)
            );
    }

    private void CountConversion(CountedConversion conversion, TouchSpan own)
    {
        var end = new JourneyEnd
        {
            Day = conversion.Row.Day,
            At = conversion.Row.At,
            Touches = own,
            Conversion = conversion,
            Count = new PathCount { Conversions = conversion.Quantity, Value = conversion.Amount ?? 0m },
            Unvalued = conversion.Amount is null ? 1 : 0,
        };
        Count(end);
        foreach (var back in conversion.PaidBack)
            Count(
                end with
                {
                    Day = back.Day,
                    Count = new PathCount { Conversions = 0m, Value = back.Amount },
                    Unvalued = back.Unvalued,
                    IsPaidBack = true,
                }
            );
    }

    // Touches come in their order, so that many of one day follow each other.
    private TimeSpan LookBackAt(DateTimeOffset moment)
    {
        var day = DayOf(moment);
        if (lastAsked is { } last && last.Day == day)
            return last.LookBack;
        var lookBack = terms.LookBackWithoutGoal(clientId, day);
        lastAsked = (day, lookBack);
        return lookBack;
    }
}
