using AgencyRoi.Metrics.TwoSidedValue;

namespace AgencyRoi.Metrics.Tests.TwoSidedValue;

/// <summary>The consumers' return and their part of the value of both sides, each checked with a calculator.</summary>
public sealed class ConsumerSumsTests
{
    [Fact]
    public void The_consumers_return_is_over_benefits_whose_cost_was_measured()
    {
        var sums = ConsumerSums.Together([
            new()
            {
                Benefits = 2,
                Costed = 2,
                People = 110m,
                Worth = 700m,
                WorthWithCost = 700m,
                Cost = 200m,
            },
            new()
            {
                Benefits = 1,
                People = 40m,
                HoursSaved = 20m,
                Worth = 300m,
            },
        ]);

        // (700 - 200) x 100 / 200; the 300 without a measured cost are in the worth alone. 1,000 / 150 people.
        Assert.Equal(250m, sums.RoiPercent.Value);
        Assert.Equal((3L, 2L, 20m, 1000m), (sums.Benefits, sums.Costed, sums.HoursSaved, sums.Worth));
        Assert.Equal(6.666667m, decimal.Round(sums.WorthPerPerson!.Value, 6));
    }

    [Fact]
    public void A_cost_that_nobody_measured_is_not_a_cost_of_nothing()
    {
        Assert.Equal(UndefinedReason.NotMeasured, Benefit(worth: 5m, cost: null).RoiPercent.Reason);
        Assert.Equal(UndefinedReason.NoCost, Benefit(worth: 5m, cost: 0m).RoiPercent.Reason);
        Assert.Equal(-100m, Benefit(worth: 0m, cost: 5m).RoiPercent.Value);
        Assert.Equal(UndefinedReason.NotMeasured, ConsumerSums.Together([]).RoiPercent.Reason);
        Assert.Null(ConsumerSums.Together([]).WorthPerPerson);
    }

    [Theory]
    [InlineData(1000, 1500, 0.4)] // 1000 / 2500
    [InlineData(1000, 500, 0.666667)]
    [InlineData(0, 500, 0)]
    public void The_share_is_worth_over_worth_and_net(decimal worth, decimal net, decimal share) =>
        Assert.Equal(new ConsumerShare(share, null), ConsumerShare.Of(Benefit(worth, cost: null), net));

    [Theory]
    [InlineData(0)]
    [InlineData(-200)]
    public void Without_a_company_net_there_is_no_share(decimal net) =>
        Assert.Equal(new ConsumerShare(null, ConsumerShareUndefinedReason.NoCompanyNet), ConsumerShare.Of(Benefit(1000m, cost: null), net));

    [Fact]
    public void Without_benefits_there_is_no_share() =>
        Assert.Equal(
            new ConsumerShare(null, ConsumerShareUndefinedReason.NoBenefits),
            ConsumerShare.Of(ConsumerSums.Together([]), companyNet: 500m)
        );

    private static ConsumerSums Benefit(decimal worth, decimal? cost) =>
        new()
        {
            Benefits = 1,
            Costed = cost is null ? 0 : 1,
            People = 10m,
            Worth = worth,
            WorthWithCost = cost is null ? 0m : worth,
            Cost = cost ?? 0m,
        };
}
