using FsCheck;
using FsCheck.Fluent;

namespace AgencyRoi.Metrics.Tests;

public sealed class PaybackTests
{
    [Theory]
    [InlineData("1000", "300 400 500", "2.6")]
    [InlineData("1200", "400 400 400", "3")]
    [InlineData("100", "100 50", "1")]
    [InlineData("0", "5", "0")]
    public void Payback_is_linear_inside_a_period(string outlay, string values, string periods) =>
        Assert.Equal(Number(periods), Payback.Periods(Number(outlay), List(values)));

    [Fact]
    public void What_is_not_paid_back_has_no_payback() => Assert.Null(Payback.Periods(1000m, [300m, -50m, 700m]));

    [Theory]
    [InlineData("1000", "600 800 -6692.31", "1.5", "-6292.31")]
    [InlineData("1000", "300 400 500", "2.6", "200")]
    [InlineData("1000", "999", null, "-1")]
    public void The_first_crossing_and_the_balance_at_the_end_are_two_facts(string outlay, string values, string? first, string balance)
    {
        Assert.Equal(first is null ? null : Number(first), Payback.Periods(Number(outlay), List(values)));
        Assert.Equal(Number(balance), Payback.Balance(Number(outlay), List(values)));
    }

    [Fact]
    public void What_is_paid_back_at_the_end_has_crossed_and_returns_at_least_its_cost() =>
        Prop.ForAll(
                Gen.Choose(0, 1_000).Two().NonEmptyListOf().Select(months => months.ToList()).ToArbitrary(),
                months =>
                {
                    var outlay = months[0].Item2 + 1m;
                    var net = months.Select((month, i) => (decimal)month.Item1 - (i == 0 ? 0 : month.Item2)).ToList();
                    var cost = months.Sum(month => (decimal)month.Item2) + 1m;
                    var isPaidBack = Payback.Balance(outlay, net) >= 0m;
                    return isPaidBack == Roi.Percent(months.Sum(month => month.Item1), cost).Value >= 0m
                        && (!isPaidBack || Payback.Periods(outlay, net) is not null);
                }
            )
            .QuickCheckThrowOnFailure();
}
