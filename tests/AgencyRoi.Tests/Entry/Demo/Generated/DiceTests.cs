using AgencyRoi.Entry.Demo.Generated;

namespace AgencyRoi.Tests.Entry.Demo.Generated;

public sealed class DiceTests
{
    // The sequence that implementations of SplitMix64 in other languages are compared with.
    [Fact]
    public void The_sequence_is_the_published_one()
    {
        var dice = new Dice(1234567);

        Assert.Equal<ulong[]>(
            [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821],
            [dice.Next(), dice.Next(), dice.Next(), dice.Next(), dice.Next()]
        );
    }

    [Fact]
    public void Numbers_stay_within_their_bounds_and_reach_them()
    {
        var dice = new Dice(7);
        var thrown = Enumerable.Range(0, 1000).Select(_ => dice.Between(1, 6)).ToList();

        Assert.Equal([1, 2, 3, 4, 5, 6], thrown.Distinct().Order());
    }

    [Fact]
    public void An_amount_is_in_cents_and_within_its_spread()
    {
        var dice = new Dice(8);

        for (var n = 0; n < 1000; n++)
        {
            var amount = dice.Around(99.99m, percent: 10);
            Assert.InRange(amount, 89.99m, 109.99m);
            Assert.Equal(decimal.Round(amount, 2), amount);
        }
        Assert.Equal(50m, dice.Around(50m, percent: 0));
    }

    [Fact]
    public void A_broken_count_comes_out_right_on_average()
    {
        var dice = new Dice(9);
        var sum = Enumerable.Range(0, 10_000).Sum(_ => dice.Count(2.3m));

        Assert.InRange(sum, 22_800, 23_200);
    }
}
