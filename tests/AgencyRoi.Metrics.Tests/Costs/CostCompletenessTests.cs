using AgencyRoi.Metrics.Costs;

namespace AgencyRoi.Metrics.Tests.Costs;

public sealed class CostCompletenessTests
{
    private static readonly DateOnly March = new(2025, 3, 1);
    private static readonly CostCategory[] All = Enum.GetValues<CostCategory>();

    [Fact]
    public void The_known_share_rises_with_each_category_to_one_and_no_sooner_and_says_what_is_missing()
    {
        var steps = Enumerable.Range(0, All.Length + 1).Select(known => Of([], All[..known])).ToList();

        Assert.All(steps.Zip(steps.Skip(1)), pair => Assert.True(pair.First.KnownShare < pair.Second.KnownShare));
        Assert.Equal((0m, false), (steps[0].KnownShare, steps[0].IsComplete));
        Assert.Equal((0.9231m, false), (steps[^2].KnownShare, steps[^2].IsComplete));
        Assert.Equal((1m, true), (steps[^1].KnownShare, steps[^1].IsComplete));
        Assert.All(steps, (step, known) => Assert.Equal(All[known..], Missing(step)));
    }

    [Fact]
    public void One_category_of_a_long_time_keeps_it_from_one()
    {
        DateOnly[] months = [.. Enumerable.Range(0, 1000).Select(month => March.AddMonths(month))];
        var cells = months.SelectMany(month => All.Select(category => new CostCell(month, category))).Skip(1).ToHashSet();

        Assert.Equal(0.9999m, new CostCompleteness(months, cells, Cells([]), Cells([])).KnownShare);
    }

    [Fact]
    public void A_cost_counts_before_a_word_that_there_is_none_and_hours_without_a_rate_before_both()
    {
        var known = new CostCompleteness([March], Cells(All), Cells([CostCategory.AdSpend]), Cells([CostCategory.StaffTime]));

        Assert.Equal(12, known.Known);
        Assert.Equal(CostCategoryState.Filled, StateOf(known, CostCategory.AdSpend));
        Assert.Equal(CostCategoryState.RateMissing, StateOf(known, CostCategory.StaffTime));
    }

    [Fact]
    public void Without_a_month_there_is_nothing_to_judge() =>
        Assert.Null(new CostCompleteness([], Cells([]), Cells([]), Cells([])).KnownShare);

    private static CostCompleteness Of(CostCategory[] filled, CostCategory[] declared) =>
        new([March], Cells(filled), Cells(declared), Cells([]));

    private static HashSet<CostCell> Cells(IEnumerable<CostCategory> categories) =>
        [.. categories.Select(category => new CostCell(March, category))];

    private static IEnumerable<CostCategory> Missing(CostCompleteness known) =>
        known.Cells.Where(cell => cell.State == CostCategoryState.Missing).Select(cell => cell.Cell.Category);

    private static CostCategoryState StateOf(CostCompleteness known, CostCategory category) =>
        known.Cells.Single(cell => cell.Cell.Category == category).State;
}
