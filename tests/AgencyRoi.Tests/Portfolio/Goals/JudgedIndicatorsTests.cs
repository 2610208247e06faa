namespace AgencyRoi.Tests.Portfolio.Goals;

/// <summary>The rule of volume metrics against lists that people judged. The first was written before the rule, the second by others after it.</summary>
public sealed class JudgedIndicatorsTests
{
    private const string Blind = "indicators-blind.csv";

    private static readonly IReadOnlyList<JudgedIndicator> Known = JudgedIndicator.Read("indicators.csv");

    [Fact]
    public void Of_two_hundred_indicators_98_percent_are_judged_right() => JudgedIndicator.Require(0.98, Known);

    [Fact]
    public void The_list_has_two_hundred_in_seven_languages_half_of_them_good()
    {
        Assert.Equal(
            (200, 100, 7),
            (Known.Count, Known.Count(each => each.Verdict == "good"), Known.Select(each => each.Language).Distinct().Count())
        );
    }

    [Fact]
    public void Of_those_that_the_rule_was_not_made_with_95_percent_are_judged_right()
    {
        Assert.SkipUnless(File.Exists(JudgedIndicator.PathOf(Blind)), $"{Blind} is not written yet.");
        JudgedIndicator.Require(0.95, JudgedIndicator.Read(Blind));
    }
}
