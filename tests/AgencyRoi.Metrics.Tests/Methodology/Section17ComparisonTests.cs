using AgencyRoi.Metrics.Comparison;
using AgencyRoi.Metrics.Statistics;

namespace AgencyRoi.Metrics.Tests.Methodology;

public sealed class Section17ComparisonTests
{
    [Fact]
    public void A_groups_return_is_the_ratio_of_sums_and_not_the_mean_of_ratios()
    {
        var normalised = Normalised.Of(new Volume(100m + 1_000m, 50m + 1_000m, 1m + 9m, 10m + 90m));

        Assert.Equal(1_047.619048m, normalised.ValuePerThousandOfSpend.Value);
        Assert.Equal(110m, normalised.ValuePerHour.Value);
        Assert.Equal((11m, 10.5m), (normalised.ValuePerRealFollower.Value, normalised.CostPerRealFollower.Value));
    }

    [Fact]
    public void What_was_not_audited_is_unknown()
    {
        var normalised = Normalised.Of(new Volume(2m, 0m, 0m, null));

        Assert.Equal(UndefinedReason.NotMeasured, normalised.ValuePerRealFollower.Reason);
        Assert.Equal(UndefinedReason.NotMeasured, normalised.ValuePerHour.Reason);
        Assert.Equal(UndefinedReason.NoCost, normalised.ValuePerThousandOfSpend.Reason);
    }

    [Fact]
    public void A_rank_is_the_places_that_the_intervals_leave()
    {
        var ranks = RankRange.Of([
            new(Id(1), new Estimate(90m, 100m, 110m)),
            new(Id(2), new Estimate(50m, 70m, 95m)),
            new(Id(3), new Estimate(10m, 20m, 30m)),
            new(Id(4), null),
        ]);

        Assert.Equal([new(Id(1), 1, 1, 2), new(Id(2), 2, 1, 2), new(Id(3), 3, 3, 3)], ranks);
    }

    [Fact]
    public void Ends_that_touch_are_no_difference() =>
        Assert.Equal(
            [(1, 2), (1, 2)],
            RankRange
                .Of([new(Id(1), new Estimate(20m, 25m, 30m)), new(Id(2), new Estimate(10m, 15m, 20m))])
                .Select(rank => (rank.Best, rank.Worst))
        );

    [Fact]
    public void A_rank_is_one_of_the_possible_ones_equals_share_it_and_who_has_no_return_has_none()
    {
        var random = new Random(23);
        for (var round = 0; round < 200; round++)
        {
            var returns = Enumerable
                .Range(0, random.Next(0, 40))
                .Select(number =>
                {
                    var amount = random.Next(-20, 20);
                    return new RankedReturn(
                        Id(number),
                        random.Next(5) == 0 ? null : new Estimate(amount - random.Next(0, 9), amount, amount + random.Next(0, 9))
                    );
                })
                .ToList();
            var own = returns.ToDictionary(each => each.Id, each => each.Roi);

            var ranks = RankRange.Of(returns);

            Assert.Equal(returns.Where(each => each.Roi is not null).Select(each => each.Id), ranks.Select(rank => rank.Id));
            Assert.All(ranks, rank => Assert.InRange(rank.Rank, rank.Best, rank.Worst));
            Assert.All(ranks, rank => Assert.InRange(rank.Worst, rank.Best, ranks.Count));
            foreach (var (one, other) in ranks.SelectMany(one => ranks.Select(other => (one, other))))
                Assert.Equal(own[one.Id]!.Value.Amount.CompareTo(own[other.Id]!.Value.Amount), other.Rank.CompareTo(one.Rank));
        }
    }

    [Fact]
    public void Ranks_agree_with_their_definition_for_any_intervals()
    {
        var random = new Random(11);
        var returns = Enumerable
            .Range(0, 80)
            .Select(number =>
            {
                var low = random.Next(-100, 100);
                return new RankedReturn(Id(number), new Estimate(low, low, low + random.Next(0, 60)));
            })
            .ToList();

        Assert.All(
            RankRange.Of(returns).Zip(returns),
            pair =>
            {
                var own = pair.Second.Roi!.Value;
                Assert.Equal(1 + returns.Count(other => other.Roi!.Value.Low > own.High), pair.First.Best);
                Assert.Equal(80 - returns.Count(other => other.Roi!.Value.High < own.Low), pair.First.Worst);
            }
        );
    }

    [Fact]
    public void A_small_client_is_drawn_to_the_group_for_its_rank()
    {
        Assert.Equal(68m, RankRange.Shrunk(100m, 500m, 900m, 20m));
        Assert.Equal(20m, RankRange.Shrunk(0m, 500m, 900m, 20m));
        Assert.Null(RankRange.Shrunk(0m, 500m, 0m, 20m));
    }

    [Fact]
    public void Two_clients_rates_are_compared_as_two_rates()
    {
        var difference = Newcombe.Difference(Wilson.Rate(56m, 70m)!.Value, Wilson.Rate(48m, 80m)!.Value);

        Assert.Equal(0.2m, difference.Amount);
        Assert.Equal((0.0524m, 0.3339m), (decimal.Round(difference.Low, 4), decimal.Round(difference.High, 4)));
        Assert.Equal(2.650172, TwoProportions.Test(56m, 70m, 48m, 80m)!.Value.Z, 6);
    }

    [Fact]
    public void One_goal_counts_a_unit_once()
    {
        var claim = new Claim(Id(1), EvidenceGrade.D, Day("2024-05-01"), ValueStream.Conversions, "a", 1m);

        Assert.Equal([1m, 0m], ClaimOrder.Grant([claim, claim with { ExternalReference = "b" }]).Select(grant => grant.Granted));
    }

    [Fact]
    public void Coverage_is_the_share_of_spend_that_was_measured()
    {
        Assert.Equal(0.44m, Coverage.Of([new(44m, true), new(50m, false), new(6m, false)]).Value);
        Assert.Null(Coverage.Of([]).Value);
    }

    [Fact]
    public void A_day_younger_than_its_sources_delay_is_provisional() =>
        Assert.Equal(Day("2024-05-07"), Provisional.Since(Day("2024-05-10"), [new(DateOnly.MinValue, 3)]));

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
