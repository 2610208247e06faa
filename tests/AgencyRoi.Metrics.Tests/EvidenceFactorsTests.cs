namespace AgencyRoi.Metrics.Tests;

public sealed class EvidenceFactorsTests
{
    [Fact]
    public void Factors_fall_from_one_to_nothing() =>
        Assert.Equal([1m, 0.75m, 0.5m, 0.25m, 0m], Enum.GetValues<EvidenceGrade>().Select(EvidenceFactors.Default.Of));

    [Theory]
    [InlineData(ReturnClass.Direct, "1")]
    [InlineData(ReturnClass.Assisted, "0.25")]
    [InlineData(ReturnClass.Indirect, "0.25")]
    [InlineData(ReturnClass.CostAvoided, "0.25")]
    [InlineData(ReturnClass.Cost, "1")]
    public void Booked_direct_value_counts_whole_and_the_rest_by_its_grade(ReturnClass line, string factor) =>
        Assert.Equal(Number(factor), EvidenceFactors.Default.Of(line, EvidenceGrade.D));
}
