namespace AgencyRoi.Portfolio.Clients;

/// <summary>Days as a client counts them.</summary>
internal static class Calendar
{
    public static DateOnly DayIn(string timeZone, DateTimeOffset moment) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(timeZone)).DateTime);
}
