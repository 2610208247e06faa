using AgencyRoi.Recording.Imports.Text;

namespace AgencyRoi.Tests.Recording.Imports.Text;

public sealed class DayFormatTests
{
    [Theory]
    [InlineData("yyyy-MM-dd", false, false)]
    [InlineData("yyyyMMdd", false, false)]
    [InlineData("d.M.yyyy", false, false)]
    [InlineData("M/d/yyyy h:mm tt", true, false)]
    [InlineData("yyyy-MM-ddTHH:mm:ss.fffK", true, true)]
    [InlineData("yyyy-MM-dd, HH:mm zzz", true, true)]
    public void A_pattern_that_leaves_nothing_to_be_guessed_is_one(string text, bool hasTime, bool hasOffset) =>
        Assert.Equal(new DatePattern(text, hasTime, hasOffset), DatePattern.Find(text));

    [Theory]
    [InlineData("")]
    [InlineData("d")]
    [InlineData("yyyy-MM")]
    [InlineData("yy-MM-dd")]
    [InlineData("yyyyy-MM-dd")]
    [InlineData("dd/mm/yyyy")]
    [InlineData("yyyyMd")]
    [InlineData("yyyyMMd")]
    [InlineData("dd MMM yyyy")]
    [InlineData("yyyy-MM-dd-MM")]
    [InlineData("yyyy-MM-dd hh:mm")]
    [InlineData("yyyy-MM-dd HH:mm tt")]
    [InlineData("yyyy-MM-dd K")]
    [InlineData("yyyy-MM-dd HH:mm K zzz")]
    [InlineData("yyyy-MM-dd'x'")]
    [InlineData("yyyy-MM-dd\n")]
    public void Any_other_is_none(string text) => Assert.Null(DatePattern.Find(text));

    /// <summary>On 2 November 2025 the hour from 1:00 comes twice in New York: at 5:00 and at 6:00 of universal time.</summary>
    [Theory]
    [InlineData("America/Guatemala", null)] // Whose day begins between the two.
    [InlineData("Europe/Berlin", "2025-11-02")]
    [InlineData(null, null)]
    public void A_time_that_comes_twice_is_read_where_both_are_on_one_day(string? clientZone, string? day)
    {
        var format = new DayFormat(DatePattern.Find("yyyy-MM-dd HH:mm")!, TimeZoneInfo.FindSystemTimeZoneById("America/New_York"));

        Assert.Equal(day, format.Read("2025-11-02 01:30", clientZone)?.ToString("O"));
    }
}
