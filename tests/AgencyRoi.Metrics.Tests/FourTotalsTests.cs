namespace AgencyRoi.Metrics.Tests;

public sealed class FourTotalsTests
{
    // Methodology, section 15: cost 10,000; direct 12,000; assisted 1,000 at grade B; indirect 5,000 at grade C.
    private static readonly LineSum[] Published =
    [
        new(Side.Cost, Line.Cost, Basis.Stated, 10_000m, 10_000m, 10_000m, 10_000m),
        new(Side.Value, Line.Direct, Basis.Revenue, 12_000m, 12_000m, 12_000m, 12_000m),
        new(Side.Value, Line.Assisted, Basis.Revenue, 1_000m, 750m, 1_000m, 1_000m),
        new(Side.Value, Line.Indirect, Basis.Stated, 5_000m, 2_500m, 4_000m, 6_000m),
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
    public void Replacement_cost_is_named_in_every_total_that_holds_it()
    {
        var traffic = new LineSum(Side.Value, Line.Direct, Basis.ReplacementCost, 1_920m, 480m, 1_920m, 1_920m);

        var totals = FourTotals.Of([.. Published, traffic]);

        Assert.Equal(13_920m, totals.Direct.Value);
        Assert.Equal(1_920m, totals.Direct.OfWhichReplacementCost);
        Assert.Equal(480m, totals.Adjusted.OfWhichReplacementCost);
        Assert.Equal(15_730m, totals.Adjusted.Value);
    }

    [Fact]
    public void Amounts_that_cancel_out_leave_nothing_to_divide_by() =>
        Assert.Equal(default, FourTotals.Of([new(Side.Value, Line.Indirect, Basis.Stated, 0m, 0m, 0m, 0m)]).Adjusted);

    [Fact]
    public void Nothing_sums_to_zeros() => Assert.Equal([0m, 0m, 0m, 0m], Values(FourTotals.Of([])));

    private static decimal[] Values(FourTotals totals) =>
        [totals.Direct.Value, totals.DirectAndAssisted.Value, totals.Adjusted.Value, totals.Unadjusted.Value];
}
