namespace AgencyRoi.Metrics.Tests;

public sealed class EvidenceFactorsTests
{
    [Fact]
    public void Factors_fall_from_one_to_nothing() =>
        Assert.Equal([1m, 0.75m, 0.5m, 0.25m, 0m], Enum.GetValues<EvidenceGrade>().Select(EvidenceFactors.Default.Of));

    [Theory]
    [InlineData(Line.Direct, Basis.Margin, "1")]
    [InlineData(Line.Direct, Basis.Revenue, "1")]
    [InlineData(Line.Direct, Basis.Stated, "1")]
    [InlineData(Line.Direct, Basis.ReplacementCost, "0.25")]
    [InlineData(Line.Assisted, Basis.Revenue, "0.25")]
    [InlineData(Line.Indirect, Basis.Stated, "0.25")]
    [InlineData(Line.Cost, Basis.Stated, "1")]
    public void Booked_direct_value_counts_whole_and_the_rest_by_its_grade(Line line, Basis basis, string factor) =>
        Assert.Equal(Number(factor), EvidenceFactors.Default.Of(line, basis, EvidenceGrade.D));
}
