namespace AgencyRoi.Metrics.Tests;

public sealed class MoneyTests
{
    [Fact]
    public void Amounts_of_one_currency_add_up()
    {
        Assert.Equal(new Money(12.5m, "EUR"), new Money(10m, "EUR") + new Money(2.5m, "EUR"));
        Assert.Equal(new Money(7.5m, "EUR"), new Money(10m, "EUR") - new Money(2.5m, "EUR"));
    }

    [Fact]
    public void Amounts_of_two_currencies_never_meet()
    {
        Assert.Throws<InvalidOperationException>(() => new Money(1m, "EUR") + new Money(1m, "USD"));
        Assert.Throws<InvalidOperationException>(() => new Money(0m, "EUR") - new Money(0m, "USD"));
    }

    [Theory]
    [InlineData("2.345", 2, "2.35")]
    [InlineData("-2.345", 2, "-2.35")]
    [InlineData("0.5", 0, "1")]
    [InlineData("1.0005", 3, "1.001")]
    public void Rounds_half_away_from_zero_at_the_minor_unit(string exact, int minorUnits, string rounded) =>
        Assert.Equal(Number(rounded), new Money(Number(exact), "EUR").Rounded(minorUnits).Amount);
}
