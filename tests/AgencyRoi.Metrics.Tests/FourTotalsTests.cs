using AgencyRoi.Metrics.Valuation;
using FsCheck;
using FsCheck.Fluent;

namespace AgencyRoi.Metrics.Tests;

public sealed class FourTotalsTests
{
    // Methodology, section 15: cost 10,000; direct 12,000; assisted 1,000 at grade B; indirect 5,000 at grade C.
    private static readonly EntrySum[] Published =
    [
        EntrySums.Of(EntrySide.Cost, ReturnClass.Cost, ValuationBasis.Stated, 10_000m, 10_000m, 10_000m, 10_000m),
        EntrySums.Of(EntrySide.Value, ReturnClass.Direct, ValuationBasis.Revenue, 12_000m, 12_000m, 12_000m, 12_000m),
        EntrySums.Of(EntrySide.Value, ReturnClass.Assisted, ValuationBasis.Revenue, 1_000m, 750m, 1_000m, 1_000m),
        EntrySums.Of(EntrySide.Value, ReturnClass.Indirect, ValuationBasis.Stated, 5_000m, 2_500m, 4_000m, 6_000m),
    ];

    [Fact]
    public void The_four_totals_stand_over_the_same_full_cost()
    {
        var totals = FourTotals.Of(Published);

        Assert.Equal(10_000m, totals.Cost);
        Assert.Equal([12_000m, 13_000m, 15_250m, 18_000m], Values(totals));
        Assert.Equal([20m, 30m, 52.5m, 80m], Values(totals).Select(value => Roi.Percent(value, totals.Cost).Value!.Value));
    }

    [Fact]
    public void Bounds_add_up_and_shrink_with_the_evidence()
    {
        var totals = FourTotals.Of(Published);

        Assert.Equal((17_000m, 19_000m), (totals.Unadjusted.Low, totals.Unadjusted.High));
        Assert.Equal((14_750m, 15_750m), (totals.Adjusted.Low, totals.Adjusted.High));
    }

    [Fact]
    public void Cost_avoided_joins_adjusted_by_its_grade_and_unadjusted_whole_and_neither_of_the_others()
    {
        var traffic = EntrySums.Of(EntrySide.Value, ReturnClass.CostAvoided, ValuationBasis.ReplacementCost, 1_920m, 480m, 1_900m, 2_000m);

        var totals = FourTotals.Of([.. Published, traffic]);

        Assert.Equal([12_000m, 13_000m, 15_730m, 19_920m], Values(totals));
        Assert.Equal(new Total(1_920m, 1_900m, 2_000m), totals.CostAvoided);
    }

    [Fact]
    public void Replacement_cost_that_was_posted_on_another_line_counts_where_it_stands()
    {
        var traffic = EntrySums.Of(EntrySide.Value, ReturnClass.Direct, ValuationBasis.ReplacementCost, 1_920m, 480m, 1_920m, 1_920m);

        var totals = FourTotals.Of([.. Published, traffic]);

        Assert.Equal([13_920m, 14_920m, 15_730m, 19_920m], Values(totals));
        Assert.Equal(default, totals.CostAvoided);
    }

    [Fact]
    public void For_values_not_below_zero_direct_is_at_most_adjusted_and_adjusted_at_most_unadjusted() =>
        Prop.ForAll(
                Sums,
                sums =>
                {
                    var totals = FourTotals.Of(sums);
                    return Rising(totals, total => total.Value)
                        && Rising(totals, total => total.Low)
                        && Rising(totals, total => total.High)
                        && totals.CostAvoided.Value
                            == sums.Where(sum => sum.Basis == ValuationBasis.ReplacementCost).Sum(sum => sum.Amount);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Amounts_that_cancel_out_leave_nothing_to_divide_by() =>
        Assert.Equal(
            default,
            FourTotals.Of([EntrySums.Of(EntrySide.Value, ReturnClass.Indirect, ValuationBasis.Stated, 0m, 0m, 0m, 0m)]).Adjusted
        );

    [Fact]
    public void Nothing_sums_to_zeros() => Assert.Equal([0m, 0m, 0m, 0m], Values(FourTotals.Of([])));

    private static decimal[] Values(FourTotals totals) =>
        [totals.Direct.Value, totals.DirectAndAssisted.Value, totals.Adjusted.Value, totals.Unadjusted.Value];

    private static bool Rising(FourTotals totals, Func<Total, decimal> of) =>
        of(totals.Direct) <= of(totals.DirectAndAssisted)
        && of(totals.Direct) <= of(totals.Adjusted)
        && of(totals.Adjusted) <= of(totals.Unadjusted)
        && of(totals.DirectAndAssisted) <= of(totals.Unadjusted);

    // Every stream, basis and grade, on the line and by the factor that a valuation gives them.
    private static Arbitrary<List<EntrySum>> Sums =>
        (
            from stream in Gen.Elements(Enum.GetValues<ValueStream>())
            from basis in Gen.Elements(Enum.GetValues<ValuationBasis>())
            from grade in Gen.Elements(Enum.GetValues<EvidenceGrade>())
            from places in Gen.Choose(0, 1_000_000_000).Three()
            select Sum(stream, basis, grade, [places.Item1, places.Item2, places.Item3])
        )
            .ListOf()
            .Select(sums => sums.ToList())
            .ToArbitrary();

    private static EntrySum Sum(ValueStream stream, ValuationBasis basis, EvidenceGrade grade, int[] places)
    {
        var bounds = places.Order().Select(place => place / 10_000m).ToList();
        var line = ValueStreams.ReturnClassOf(stream, basis);
        var estimate = new Estimate(bounds[0], bounds[1], bounds[2]);
        var amounts = UnroundedAmounts.Of(estimate, 1m, EvidenceFactors.Default.Of(line, grade)).At(1m);
        return EntrySums.Of(EntrySide.Value, line, basis, amounts.Amount, amounts.Adjusted, amounts.Low, amounts.High);
    }
}
