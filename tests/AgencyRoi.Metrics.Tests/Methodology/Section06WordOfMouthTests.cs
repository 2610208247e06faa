using AgencyRoi.Metrics.Streams;

namespace AgencyRoi.Metrics.Tests.Methodology;

public sealed class Section06WordOfMouthTests
{
    [Theory]
    [InlineData(1, "125.0000")]
    [InlineData(2, "156.2500")]
    [InlineData(3, "195.3125")]
    [InlineData(5, "305.1758")]
    [InlineData(10, "931.3226")]
    public void Waves_of_a_hundred_seeds(int generation, string wave) =>
        Assert.Equal(Number(wave), ViralGrowth.Wave(100m, 1.25m, generation), 4);

    [Theory]
    [InlineData(5, "1125.88")]
    [InlineData(10, "4256.61")]
    public void Cumulative_customers(int generation, string all) =>
        Assert.Equal(Number(all), ViralGrowth.Cumulative(100m, 1.25m, generation), 2);

    [Fact]
    public void K_is_measured_for_each_generation()
    {
        var chain = new ReferralChain([Of("a", "s1"), Of("b", "s1"), Of("c", "a"), Of("d", "a"), Of("e", "b")], seeds: 4m);

        Assert.Equal([new(0, 4m, 0.5m), new(1, 2m, 1.5m), new(2, 3m, 0m)], chain.Generations);
    }

    [Fact]
    public void One_parent_no_cycle_nobody_alone_nothing_bought_and_not_too_deep()
    {
        var chain = new ReferralChain(
            [
                Of("a", "s", 1),
                Of("b", "a", 2),
                Of("b", "s", 3) with
                {
                    ExternalReference = "second",
                },
                Of("s", "b", 4) with
                {
                    ExternalReference = "cycle",
                },
                Of("x", "x", 5) with
                {
                    ExternalReference = "self",
                },
                Of("y", "s", 6) with
                {
                    ExternalReference = "bought",
                    IsIncentivised = true,
                },
                Of("c", "b", 7) with
                {
                    ExternalReference = "deep",
                },
            ],
            seeds: 1m,
            depthLimit: 2
        );

        Assert.Equal(["a<-s", "b<-a"], chain.Counted.Select(each => each.ExternalReference).Order());
        Assert.Equal(
            [
                ("bought", ReferralExclusion.Incentivised),
                ("cycle", ReferralExclusion.Cycle),
                ("deep", ReferralExclusion.TooDeep),
                ("second", ReferralExclusion.HasParent),
                ("self", ReferralExclusion.SelfReferral),
            ],
            chain.Excluded.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => (each.Key, each.Value))
        );
    }

    [Fact]
    public void Any_order_of_arrival_gives_the_same_chain()
    {
        var random = new Random(7);
        var referrals = Enumerable
            .Range(0, 200)
            .Select(number =>
                Of($"c{random.Next(60)}", $"c{random.Next(60)}", random.Next(28) + 1) with
                {
                    ExternalReference = $"r{number}",
                }
            )
            .ToArray();
        var first = new ReferralChain(referrals, 60m);
        random.Shuffle(referrals);
        var second = new ReferralChain(referrals, 60m);

        Assert.Equal(first.Counted.ToHashSet(), second.Counted.ToHashSet());
        Assert.Equal(first.Generations, second.Generations);
        Assert.Equal(200, first.Counted.Count + first.Excluded.Count);
    }

    private static Referral Of(string customer, string referrer, int day = 1) =>
        new($"{customer}<-{referrer}", customer, referrer, new(2024, 5, day), IsIncentivised: false);
}
