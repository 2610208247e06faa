using System.Globalization;
using AgencyRoi.Portfolio.Clients;
using Calendar = AgencyRoi.Portfolio.Clients.Calendar;

namespace AgencyRoi.Recording.Imports.Text;

/// <summary>How a file writes days. One that writes moments has, for each, the day that the client's calendar has in that moment.</summary>
/// <param name="Pattern">Of <see cref="DatePattern"/>.</param>
/// <param name="Zone">In which a time of day without an offset is meant; null where there is no such time.</param>
internal sealed record DayFormat(DatePattern Pattern, TimeZoneInfo? Zone = null)
{
    public static DayFormat Standard { get; } = new(DatePattern.Standard);

    /// <summary>What is said of a field that is none.</summary>
    public string Rule =>
        Pattern == DatePattern.Standard ? "A day is written as 2025-12-31; where the file writes it otherwise, declare dateFormat."
        : Zone is null ? "A day is written as the declared dateFormat says."
        : "A time is written as the declared dateFormat says, and is one time in the declared timeZone: where the clocks change, some come twice and some never.";

    /// <param name="clientZone">The time zone of the client's calendar; null where the row has no client, as no moment has then.</param>
    public DateOnly? Read(string text, string? clientZone)
    {
        if (!DateTime.TryParseExact(text, Pattern.Text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time))
            return null;
        if (!Pattern.HasTime)
            return DateOnly.FromDateTime(time);
        // Within these no offset leads out of the calendar.
        if (clientZone is null || time.Year is < 1000 or > 9000)
            return null;
        if (Pattern.HasOffset)
            return time.Kind == DateTimeKind.Unspecified ? null : Calendar.DayIn(clientZone, new DateTimeOffset(time.ToUniversalTime()));
        if (Zone is null || Zone.IsInvalidTime(time))
            return null;
        var offsets = Zone.IsAmbiguousTime(time) ? Zone.GetAmbiguousTimeOffsets(time) : [Zone.GetUtcOffset(time)];
        var days = offsets.Select(offset => Calendar.DayIn(clientZone, new DateTimeOffset(time, offset))).Distinct().ToList();
        return days is [var day] ? day : null;
    }
}
