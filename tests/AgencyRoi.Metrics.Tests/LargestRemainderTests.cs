using FsCheck;
using FsCheck.Fluent;

namespace AgencyRoi.Metrics.Tests;

public sealed class LargestRemainderTests
{
    // Methodology, sections 3 and 16.
    [Theory]
    [InlineData("100", "1 1 1", 2, "33.34 33.33 33.33")]
    [InlineData("1000", "145 25", 2, "852.94 147.06")]
    [InlineData("1000", "10000 3000", 2, "769.23 230.77")]
    [InlineData("100", "6 1 1 1 6", 2, "40 6.67 6.67 6.66 40")]
    [InlineData("-100", "1 1 1", 2, "-33.34 -33.33 -33.33")]
    [InlineData("7", "1 0 1", 0, "4 0 3")]
    [InlineData("0", "1 2", 2, "0 0")]
    public void Parts_follow_the_weights_at_the_minor_unit(string amount, string weights, int minorUnits, string parts) =>
        Assert.Equal(List(parts), LargestRemainder.Split(Number(amount), List(weights), minorUnits));

    [Theory]
    [InlineData("100", "0 0")]
    [InlineData("100", "2 -1")]
    [InlineData("0.005", "1 1")]
    public void What_cannot_be_split_is_refused(string amount, string weights) =>
        Assert.Throws<ArgumentException>(() => LargestRemainder.Split(Number(amount), List(weights), 2));

    [Fact]
    public void Parts_sum_to_the_whole_and_stay_within_a_cent_of_their_quota() =>
        Prop.ForAll<int, byte[]>(
                (cents, bytes) =>
                {
                    var weights = bytes.Select(weight => (decimal)weight).Append(1m).ToList();
                    var parts = LargestRemainder.Split(cents / 100m, weights, 2);
                    var total = weights.Sum();
                    var isNear = parts.Zip(weights).All(pair => Math.Abs(pair.First - cents / 100m * pair.Second / total) < 0.0100000001m);
                    return parts.Sum() == cents / 100m && isNear;
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("1.004 1.004 1.004", "1.01 1.00 1.00")]
    [InlineData("0.335 0.335 -0.335", "0.34 0.34 -0.34")]
    [InlineData("-1.004 -1.003", "-1.01 -1.00")]
    [InlineData("2.50 0.0050 0", "2.50 0.01 0")]
    [InlineData("0.005", "0.01")]
    public void Rounded_together_parts_are_their_rounded_sum(string parts, string rounded) =>
        Assert.Equal(List(rounded), LargestRemainder.Round(List(parts), minorUnits: 2));

    [Fact]
    public void Rounded_together_parts_sum_to_the_rounded_sum_and_none_moves_by_a_cent() =>
        Prop.ForAll<int[]>(amounts =>
            {
                var parts = amounts.Select(amount => amount / 10_000m).ToList();
                var rounded = LargestRemainder.Round(parts, 2);
                var isNear = parts.Zip(rounded).All(pair => Math.Abs(pair.First - pair.Second) < 0.01m);
                return isNear && rounded.Sum() == decimal.Round(parts.Sum(), 2, MidpointRounding.AwayFromZero);
            })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void An_amount_whose_product_with_a_weight_no_number_holds_is_split_all_the_same()
    {
        const decimal amount = 123_456_789_012_345_678_901_234m;

        var parts = LargestRemainder.Split(amount, [3_000_000_000_000m, 6_000_000_000_000m, 1_000_000_000_000m], 2);

        Assert.Equal(amount, parts.Sum());
        Assert.Equal([0.3m, 0.6m, 0.1m], parts.Select(part => decimal.Round(part / amount, 20)));
    }

    [Theory]
    [InlineData("1.00", "0.3333 0.3333 0.3334", "0.33 0.33 0.34")]
    [InlineData("1.01", "1.00 0.002", "1.00 0.01")] // between what rounding down and rounding up make of the parts: no whole part moves
    [InlineData("2.00", "0.50 0.50", "1.00 1.00")]
    [InlineData("-0.20", "0.40 -0.40", "0.30 -0.50")]
    [InlineData("0.03", "0 0", "0.03 0")]
    public void Parts_of_a_whole_that_is_known_by_itself_are_together_the_whole(string whole, string parts, string rounded) =>
        Assert.Equal(List(rounded), LargestRemainder.RoundTo(Number(whole), List(parts), minorUnits: 2));

    [Fact]
    public void Parts_of_any_whole_are_together_the_rounded_whole() =>
        Prop.ForAll<int, int[]>(
                (whole, amounts) =>
                    amounts.Length == 0
                    || LargestRemainder.RoundTo(whole / 10_000m, [.. amounts.Select(amount => amount / 10_000m)], 2).Sum()
                        == decimal.Round(whole / 10_000m, 2, MidpointRounding.AwayFromZero)
            )
            .QuickCheckThrowOnFailure();
}
