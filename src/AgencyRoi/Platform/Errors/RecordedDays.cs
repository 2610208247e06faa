namespace AgencyRoi.Platform.Errors;

/// <summary>The days on which anything happens, starts or ends. At the ends of the calendar there is no day before or after, which sums over periods need.</summary>
internal static class RecordedDays
{
    public const string Rule = "A day lies between 1900-01-01 and 2200-12-31.";

    /// <summary>The rule of every pair of <c>from</c> and <c>to</c>.</summary>
    public const string InOrder = "It ends after it begins: to is the first day after it.";

    /// <summary>The first of them; of what is dated, the day of what holds from the beginning.</summary>
    public static readonly DateOnly First = new(1900, 1, 1);

    private static readonly DateOnly End = new(2201, 1, 1);

    public static bool Hold(DateOnly day) => First <= day && day < End;

    /// <summary>Whether a span may end with it: the last day of all has one after it.</summary>
    public static bool HoldEnd(DateOnly to) => First <= to && to <= End;
}
