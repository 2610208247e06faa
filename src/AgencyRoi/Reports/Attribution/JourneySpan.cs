using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Reports.Attribution;

/// <summary>The days of a client whose conversions are asked for, and the moments they begin and end in.</summary>
/// <param name="Now">What is still open now is not closed by days that have not come.</param>
internal sealed record JourneySpan(ClientId ClientId, string TimeZone, DateRange Days, DateTimeOffset Now)
{
    /// <summary>The moment as of which a journey is open or closed.</summary>
    public DateTimeOffset AsOf => Now < End ? Now : End;

    /// <summary>The first moment after the days.</summary>
    public DateTimeOffset End { get; } = Calendar.EndOf(Days.To.AddDays(-1), TimeZone).AddMicroseconds(1);

    public DateTimeOffset Start => StartOf(Days.From);

    /// <summary>The first moment of a day.</summary>
    public DateTimeOffset StartOf(DateOnly day) => Calendar.EndOf(day.AddDays(-1), TimeZone).AddMicroseconds(1);
}
