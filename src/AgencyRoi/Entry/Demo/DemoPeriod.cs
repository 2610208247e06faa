namespace AgencyRoi.Entry.Demo;

/// <summary>The 24 months that the demo's data lies in. Fixed, so that its figures are the same on every day and every machine.</summary>
internal static class DemoPeriod
{
    public static DateRange Days { get; } = new(new DateOnly(2024, 1, 1), new DateOnly(2026, 1, 1));

    public static int DayCount => Days.To.DayNumber - Days.From.DayNumber;
}
