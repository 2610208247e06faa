using AgencyRoi.Reports.Periods;

namespace AgencyRoi.Tests.Reports.Periods;

public sealed class RevaluedAtOnceTests
{
    private static readonly DateOnly First = new(2025, 1, 1);

    [Fact]
    public void As_many_facts_as_may_be_are_revalued() => Assert.Null(RevaluedAtOnce.Refusal(OnDays(1, 2, 3), First, most: 3));

    [Fact]
    public void One_more_is_refused_with_the_first_day_from_which_it_is_not_too_much()
    {
        var refusal = RevaluedAtOnce.Refusal(OnDays(1, 2, 2, 3), First, most: 3);

        Assert.Equal(["input", "from"], refusal!.Path!);
        Assert.StartsWith(
            "4 facts from this day on are worth something else, and at most 3 are revalued at once. Begin with from: 2025-01-02",
            refusal.Message
        );
        Assert.Null(RevaluedAtOnce.Refusal(OnDays(2, 2, 3), new(2025, 1, 2), most: 3));
    }

    [Fact]
    public void Facts_of_one_day_that_are_too_many_together_wait_for_the_day_after() =>
        Assert.Contains("from: 2025-01-03", RevaluedAtOnce.Refusal(OnDays(1, 2, 2, 3), First, most: 2)!.Message);

    [Fact]
    public void One_day_alone_is_revalued_whatever_it_holds()
    {
        Assert.Contains("from: 2025-01-03", RevaluedAtOnce.Refusal(OnDays(1, 3, 3, 3), First, most: 2)!.Message);
        Assert.Null(RevaluedAtOnce.Refusal(OnDays(3, 3, 3), new(2025, 1, 3), most: 2));
    }

    private static IEnumerable<DateOnly> OnDays(params int[] days) => days.Select(day => new DateOnly(2025, 1, day));
}
