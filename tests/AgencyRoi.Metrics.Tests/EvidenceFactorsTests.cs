namespace AgencyRoi.Metrics.Tests;

public sealed class EvidenceFactorsTests
{
    [Fact]
    public void Factors_fall_from_one_to_nothing() =>
        Assert.Equal([1m, 0.75m, 0.5m, 0.25m, 0m], Enum.GetValues<EvidenceGrade>().Select(EvidenceFactors.Default.Of));

    [Theory]
    [InlineData(Line.Direct, "1")]
    [InlineData(Line.Assisted, "0.25")]
    [InlineData(Line.Indirect, "0.25")]
    [InlineData(Line.CostAvoided, "0.25")]
    [InlineData(Line.Cost, "1")]
    public void Booked_direct_value_counts_whole_and_the_rest_by_its_grade(Line line, string factor) =>
        Assert.Equal(Number(factor), EvidenceFactors.Default.Of(line, EvidenceGrade.D));
}
