using AgencyRoi.Metrics.Engagement;
using static AgencyRoi.Metrics.Engagement.EngagementUndefinedReason;

namespace AgencyRoi.Metrics.Tests.Engagement;

/// <summary>Ratios of engagement, each calculated by hand, and each reason why there is none.</summary>
public sealed class EngagementRatiosTests
{
    private static readonly Estimate Audience = new(700m, 800m, 875m);

    private static readonly ChannelMonth Full = new()
    {
        Active = 120m,
        RepeatedlyActive = 48m,
        Reached = 5000m,
        ReachedByAmplification = 1000m,
        NonFollowers = 1500m,
        Interactions = 500m,
        RealAudience = Audience,
    };

    [Fact]
    public void Each_ratio_is_one_sum_divided_by_the_other()
    {
        Assert.Equal(0.15m, EngagementRatios.Activation([Full]).Value); // 120 / 800
        Assert.Equal(0.4m, EngagementRatios.Repeat([Full]).Value); // 48 / 120
        Assert.Equal(4.1667m, Rounded(EngagementRatios.InteractionsPerActivePerson([Full]))); // 500 / 120
        Assert.Equal(0.2m, EngagementRatios.AmplifiedReach([Full]).Value); // 1000 / 5000
        Assert.Equal(0.3m, EngagementRatios.NetNewReach([Full]).Value); // 1500 / 5000
    }

    /// <summary>(120 + 10) / (800 + 50), and not the mean of 0.15 and 0.2; the third month has no audience and counts on neither side.</summary>
    [Fact]
    public void Months_are_summed_where_they_have_both_numbers()
    {
        ChannelMonth[] months = [Full, new() { Active = 10m, RealAudience = 50m }, new() { Active = 900m }];

        var ratio = EngagementRatios.Activation(months);

        Assert.Equal((130m, 850m), (ratio.Numerator, ratio.Denominator));
        Assert.Equal(0.1529m, Rounded(ratio));
    }

    /// <summary>120 / 875 to 120 / 700: the audit's bounds, the larger audience giving the lower rate.</summary>
    [Fact]
    public void The_bounds_of_activation_are_those_of_the_audit()
    {
        var interval = EngagementRatios.Activation([Full]).Interval!.Value;

        Assert.Equal(0.1371m, decimal.Round(interval.Low, 4));
        Assert.Equal(0.1714m, decimal.Round(interval.High, 4));
    }

    /// <summary>Wilson for 48 of 120: (0.4 + 3.8415/240 ± 1.96 · √(0.24/120 + 3.8415/57600)) / (1 + 3.8415/120) = (0.41601 ± 0.08910) / 1.03201.</summary>
    [Fact]
    public void The_bounds_of_a_part_are_Wilsons()
    {
        var interval = EngagementRatios.Repeat([Full]).Interval!.Value;

        Assert.Equal(0.3168m, decimal.Round(interval.Low, 4));
        Assert.Equal(0.4894m, decimal.Round(interval.High, 4));
        Assert.Null(EngagementRatios.InteractionsPerActivePerson([Full]).Interval);
    }

    [Fact]
    public void Of_interactions_the_amplifying_ones_and_those_that_stay_within_the_network_are_shares()
    {
        var sums = new InteractionSums
        {
            All = 500m,
            Amplifying = 100m,
            Measured = 460m,
            Onward = 86m,
        };

        Assert.Equal(0.2m, EngagementRatios.Amplification(sums).Value); // 100 / 500
        Assert.Equal(0.8130m, Rounded(EngagementRatios.ClosedLoop(sums))); // (460 - 86) / 460
    }

    [Fact]
    public void What_nobody_measured_has_a_reason_of_its_own()
    {
        ChannelMonth[] active =
        [
            new()
            {
                Active = 0m,
                RepeatedlyActive = 0m,
                RealAudience = 0m,
                Interactions = 3m,
            },
        ];
        ChannelMonth[] reached =
        [
            new()
            {
                Reached = 0m,
                ReachedByAmplification = 0m,
                NonFollowers = 0m,
            },
        ];

        Assert.Equal(ActivityNotMeasured, EngagementRatios.Activation([]).Reason);
        Assert.Equal(NotAudited, EngagementRatios.Activation([new() { Active = 5m }]).Reason);
        Assert.Equal(NoRealAudience, EngagementRatios.Activation(active).Reason);
        Assert.Equal(ActivityNotMeasured, EngagementRatios.Repeat(reached).Reason);
        Assert.Equal(RepetitionNotMeasured, EngagementRatios.Repeat([new() { Active = 5m }]).Reason);
        Assert.Equal(NobodyActive, EngagementRatios.Repeat(active).Reason);
        Assert.Equal(ActivityNotMeasured, EngagementRatios.InteractionsPerActivePerson(reached).Reason);
        Assert.Equal(InteractionsNotMeasured, EngagementRatios.InteractionsPerActivePerson([new() { Active = 5m }]).Reason);
        Assert.Equal(NobodyActive, EngagementRatios.InteractionsPerActivePerson(active).Reason);
        Assert.Equal(ReachNotMeasured, EngagementRatios.AmplifiedReach(active).Reason);
        Assert.Equal(AmplificationNotMeasured, EngagementRatios.AmplifiedReach([new() { Reached = 5m }]).Reason);
        Assert.Equal(NobodyReached, EngagementRatios.AmplifiedReach(reached).Reason);
        Assert.Equal(ReachNotMeasured, EngagementRatios.NetNewReach(active).Reason);
        Assert.Equal(FollowingNotMeasured, EngagementRatios.NetNewReach([new() { Reached = 5m }]).Reason);
        Assert.Equal(NobodyReached, EngagementRatios.NetNewReach(reached).Reason);
        Assert.Equal(InteractionsNotMeasured, EngagementRatios.Amplification(new()).Reason);
        Assert.Equal(NoInteractions, EngagementRatios.Amplification(new() { All = 0m }).Reason);
        Assert.Equal(InteractionsNotMeasured, EngagementRatios.ClosedLoop(new()).Reason);
        Assert.Equal(OnwardStepNotMeasured, EngagementRatios.ClosedLoop(new() { All = 9m }).Reason);
        Assert.Equal(NoInteractions, EngagementRatios.ClosedLoop(new() { All = 9m, Measured = 0m }).Reason);
    }

    private static decimal? Rounded(EngagementQuotient quotient) => decimal.Round(quotient.Value!.Value, 4);
}
