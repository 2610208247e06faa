using System.Globalization;

namespace AgencyRoi.Recording.Imports.Text;

/// <summary>How files write moments: by ISO 8601, with a blank in place of the T too.</summary>
internal static class MomentFormat
{
    public const string Rule =
        "A moment is written as 2025-12-31T18:30:00Z, with an offset as +01:00, or without one in the client's time zone, where some times come twice and some never as clocks change; a day alone is its beginning.";

    private static readonly string[] Patterns =
    [
        "yyyy-MM-dd",
        .. from separator in new[] { "'T'", " " }
        from time in new[] { "HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF" }
        select $"yyyy-MM-dd{separator}{time}K",
    ];

    /// <param name="clientZone">Of the client's calendar; null where the row has no client.</param>
    public static DateTimeOffset? Read(string text, string? clientZone)
    {
        if (!DateTime.TryParseExact(text, Patterns, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time))
            return null;
        // Within these no offset leads out of the calendar.
        if (time.Year is < 1000 or > 9000)
            return null;
        if (time.Kind is not DateTimeKind.Unspecified)
            return new DateTimeOffset(time.ToUniversalTime());
        if (clientZone is null)
            return null;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(clientZone);
        return zone.IsInvalidTime(time) || zone.IsAmbiguousTime(time)
            ? null
            : new DateTimeOffset(time, zone.GetUtcOffset(time)).ToUniversalTime();
    }
}
