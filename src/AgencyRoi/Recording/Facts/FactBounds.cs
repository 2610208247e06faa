namespace AgencyRoi.Recording.Facts;

/// <summary>
/// What a fact can say at all, in one place: the days on which it may lie, and what is so unlikely that an import marks it. The checks of each kind say which
/// bound holds for which of its days; schema/README.md lists them all.
/// </summary>
internal static class FactBounds
{
    /// <summary>No network is older. Days before it are slips of spreadsheets and clocks: 1899-12-30, 1900, 1904, 1970, 1980.</summary>
    public static readonly DateOnly Earliest = new(1990, 1, 1);

    /// <summary>How far ahead a day may lie that can be agreed beforehand: of a cost, of the start of a term, of a rate or a price.</summary>
    public const int MostDaysAhead = 366;

    /// <summary>A fact that is older is marked: its year may be a slip.</summary>
    public const int YearsUntilDoubt = 10;

    /// <summary>How long a forecast's period lasts at most.</summary>
    public const int LongestForecastInYears = 10;

    public const string Happened = "It happened: its day lies between 1990-01-01 and today.";

    public const string Agreed = "Its day lies between 1990-01-01 and 366 days from now.";

    /// <summary>The latest day that is today anywhere: which one a client has is its own calendar's business.</summary>
    public static DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime.AddHours(14));
}
