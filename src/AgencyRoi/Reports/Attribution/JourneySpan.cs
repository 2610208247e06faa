using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Records.Journeys;

namespace AgencyRoi.Reports.Attribution;

/// <summary>The days of a client whose conversions are asked for, and the moments they begin and end in.</summary>
/// <param name="Today">In the client's time zone. What is still open now is not closed by days that have not come.</param>
internal sealed record JourneySpan(ClientId ClientId, string TimeZone, DateRange Days, DateOnly Today)
{
    /// <summary>The first day on which no journey has become too old yet, as far as is known or asked.</summary>
    public DateOnly ClosedBefore => Today < Days.To ? Today : Days.To;

    /// <summary>The last day that is known and asked for: who is on a journey on it has an open one.</summary>
    public DateOnly LastDay => Today < Days.To ? Today : Days.To.AddDays(-1);

    /// <summary>The first moment after the days.</summary>
    public DateTimeOffset End => StartOf(Days.To);

    public bool IsOpen(OpenDays open) => open.From <= LastDay && (open.IsConverted ? open.Until > LastDay : open.Until >= ClosedBefore);

    /// <summary>
    /// The moments around the days that journeys which count on them reach to: one without conversion that is too old on the first day began two look-backs before it at most, and a
    /// conversion after the last may be what one led to.
    /// </summary>
    /// <param name="first">The first of the days, or of earlier ones of which something was paid back on them.</param>
    public (DateTime Since, DateTime Until) Around(DateOnly first, TimeSpan longestLookBack) =>
        ((StartOf(first) - longestLookBack - longestLookBack).UtcDateTime, (End + longestLookBack).UtcDateTime);

    /// <summary>The first moment of a day.</summary>
    public DateTimeOffset StartOf(DateOnly day) => Calendar.EndOf(day.AddDays(-1), TimeZone).AddMicroseconds(1);
}
