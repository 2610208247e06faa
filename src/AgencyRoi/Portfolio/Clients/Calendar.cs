namespace AgencyRoi.Portfolio.Clients;

/// <summary>Days as a client counts them.</summary>
internal static class Calendar
{
    /// <summary>The last microsecond of a day, which is how finely the database keeps moments.</summary>
    public static DateTimeOffset EndOf(DateOnly day, string timeZone)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        // Where the clocks skip midnight, the next day begins after the gap.
        while (zone.IsInvalidTime(midnight))
            midnight = midnight.AddMinutes(1);
        // Where it comes twice, the day ends before the first.
        var offset = zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Max() : zone.GetUtcOffset(midnight);
        return new DateTimeOffset(midnight, offset).ToUniversalTime().AddMicroseconds(-1);
    }

    public static DateOnly DayIn(string timeZone, DateTimeOffset moment) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(timeZone)).DateTime);
}
