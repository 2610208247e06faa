using AgencyRoi.Metrics.Engagement;
using static AgencyRoi.Metrics.Engagement.EngagementUndefinedReason;

namespace AgencyRoi.Metrics.Tests.Engagement;

/// <summary>Audience and database beside each other, calculated by hand.</summary>
public sealed class DatabaseRatiosTests
{
    private static readonly NetworkAudience[] Two = [new(new(900m, 1000m, 1250m), Known: 90m), new(new(90m, 250m, 250m), Known: 10m)];

    /// <summary>(90 + 10) / (1000 + 250), from 100 / 1500 to 100 / 990; the rest is what the networks keep.</summary>
    [Fact]
    public void The_overlap_is_a_ratio_of_sums_over_networks_and_the_leakage_its_rest()
    {
        var overlap = DatabaseRatios.Overlap(Two);
        var leakage = overlap.Rest();

        Assert.Equal(0.08m, overlap.Value);
        Assert.Equal((0.0667m, 0.1010m), (decimal.Round(overlap.Interval!.Value.Low, 4), decimal.Round(overlap.Interval.Value.High, 4)));
        Assert.Equal((0.92m, 1150m, 1250m), (leakage.Value, leakage.Numerator, leakage.Denominator));
        Assert.Equal((0.8990m, 0.9333m), (decimal.Round(leakage.Interval!.Value.Low, 4), decimal.Round(leakage.Interval.Value.High, 4)));
    }

    /// <summary>50 / (50 + 910 + 240); a network on which more are known than follow takes nothing off another one.</summary>
    [Fact]
    public void Owned_data_is_what_may_be_used_of_all_whom_client_and_networks_know()
    {
        Assert.Equal(50m / 1200m, DatabaseRatios.OwnedData(50m, Two).Value);
        Assert.Equal(50m / 1200m, DatabaseRatios.OwnedData(50m, [.. Two, new(5m, Known: 8m)]).Value);
    }

    [Fact]
    public void Growth_is_of_what_was_there_at_the_start()
    {
        Assert.Equal(2m, DatabaseRatios.Growth(1m, 3m, NoContacts).Value);
        Assert.Equal(-0.25m, DatabaseRatios.Growth(4m, 3m, NoContacts).Value);
        Assert.Equal(0.2m, DatabaseRatios.AudienceGrowth([(800m, 960m)]).Value);
        Assert.Equal(0.002m, DatabaseRatios.NewContacts([(2m, 700m), (0m, 300m)]).Value);
    }

    [Fact]
    public void What_cannot_be_told_has_a_reason()
    {
        Assert.Equal(NotAudited, DatabaseRatios.Overlap([]).Reason);
        Assert.Equal(NotAudited, DatabaseRatios.Overlap([]).Rest().Reason);
        Assert.Equal(NoRealAudience, DatabaseRatios.Overlap([new(0m, Known: 3m)]).Reason);
        Assert.Equal(MoreKnownThanAudience, DatabaseRatios.Overlap([new(5m, Known: 8m)]).Reason);
        Assert.Equal(NotAudited, DatabaseRatios.OwnedData(5m, []).Reason);
        Assert.Equal(NoRealAudience, DatabaseRatios.OwnedData(0m, [new(0m, Known: 0m)]).Reason);
        Assert.Equal(NoContacts, DatabaseRatios.Growth(0m, 3m, NoContacts).Reason);
        Assert.Equal(NotAudited, DatabaseRatios.AudienceGrowth([]).Reason);
        Assert.Equal(NoRealAudience, DatabaseRatios.AudienceGrowth([(0m, 9m)]).Reason);
        Assert.Equal(AmplificationNotMeasured, DatabaseRatios.NewContacts([]).Reason);
        Assert.Equal(NothingAmplified, DatabaseRatios.NewContacts([(2m, 0m)]).Reason);
    }
}
