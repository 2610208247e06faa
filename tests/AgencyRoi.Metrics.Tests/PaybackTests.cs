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
}
