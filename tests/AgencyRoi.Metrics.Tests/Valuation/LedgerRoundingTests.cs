using AgencyRoi.Metrics.Valuation;

namespace AgencyRoi.Metrics.Tests.Valuation;

public sealed class LedgerRoundingTests(ITestOutputHelper output)
{
    private const int Amounts = 100_000;
    private static readonly decimal[] Factors = [0.25m, 0.5m, 0.75m];
    private static readonly decimal[] Shares = [0.3m, 0.7m];

    [Fact]
    public void Very_many_amounts_do_not_drift() => Assert.All(Errors(Once), error => Assert.InRange(error, -0.03m, 0.03m));

    // What the bound is for: a rounded amount times a factor, half away from zero, gains with each entry.
    [Fact]
    public void Rounding_each_step_away_from_zero_drifts_beyond_the_bound() =>
        Assert.All(Errors(EachStepAwayFromZero), error => Assert.True(error > 0.03m, $"{error}"));

    [Theory]
    [InlineData("0.00005", "1", "1", "0.0000")]
    [InlineData("0.00015", "1", "1", "0.0002")]
    [InlineData("-0.00025", "1", "1", "-0.0002")]
    [InlineData("-0.00035", "1", "1", "-0.0004")]
    [InlineData("0.0001", "0.5", "1", "0.0000")]
    [InlineData("0.0003", "0.5", "1", "0.0002")]
    [InlineData("1000.00005", "1", "1", "1000.0000")]
    [InlineData("0.0333", "0.5", "0.3", "0.0050")]
    // Longer than a decimal can be: rounded on the way it would be a tie.
    [InlineData("1.0000500000000000000000000001", "1.0000000000000000000000000000", "1", "1.0001")]
    [InlineData("0.00015", "0.9999999999999999999999999999", "1", "0.0001")]
    public void A_product_is_rounded_once_half_to_even(string amount, string factor, string share, string rounded) =>
        Assert.Equal(Number(rounded), LedgerRounding.Of(Number(amount), Number(factor), Number(share)));

    [Fact]
    public void Minus_an_amount_rounds_to_minus_the_rounded()
    {
        var random = new Random(7);
        for (var i = 0; i < 10_000; i++)
        {
            var amount = random.Next() / 1_000_000m;
            Assert.Equal(-LedgerRounding.Of(amount, 0.25m, 0.3m), LedgerRounding.Of(-amount, 0.25m, 0.3m));
        }
    }

    private List<decimal> Errors(Func<decimal, decimal, decimal, decimal> rounded)
    {
        var errors = new List<decimal>();
        foreach (var factor in Factors)
        {
            var (whole, parts) = (0m, 0m);
            var random = new Random(17);
            for (var i = 0; i < Amounts; i++)
            {
                var amount = random.Next(1, 100_000_000) / 10_000m;
                whole += rounded(amount, factor, 1m) - amount * factor;
                parts += Shares.Sum(share => rounded(amount, factor, share) - amount * factor * share);
            }
            output.WriteLine($"factor {factor}: whole {whole}, shares of 0.3 and 0.7 {parts}");
            errors.AddRange([whole, parts]);
        }
        return errors;
    }

    private static decimal Once(decimal amount, decimal factor, decimal share) =>
        UnroundedAmounts.Of(amount, 1m, factor).At(share).Adjusted;

    private static decimal EachStepAwayFromZero(decimal amount, decimal factor, decimal share) =>
        LedgerAmounts.Part(LedgerAmounts.Part(amount, factor), share);

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
