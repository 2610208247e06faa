namespace AgencyRoi.Metrics.Tests;

public sealed class EntryKindTests
{
    [Fact]
    public void A_cost_has_a_category_and_neither_evidence_nor_a_basis()
    {
        foreach (var category in Enum.GetValues<CostCategory>())
        {
            var cost = EntryKind.Cost(category);

            Assert.Equal((EntrySide.Cost, ReturnClass.Cost, category), (cost.Side, cost.ReturnClass, cost.CostCategory));
            Assert.Equal((null, null, null), (cost.ValueStream, cost.Grade, cost.Basis));
        }
    }

    [Fact]
    public void Value_has_a_stream_its_evidence_and_its_basis_and_no_category()
    {
        var value = EntryKind.Value(ReturnClass.Indirect, ValueStream.WordOfMouth, EvidenceGrade.D, ValuationBasis.Stated);

        Assert.Equal((EntrySide.Value, null), (value.Side, value.CostCategory));
        Assert.Equal((ValueStream.WordOfMouth, EvidenceGrade.D, ValuationBasis.Stated), (value.ValueStream, value.Grade, value.Basis));
        Assert.Throws<ArgumentException>(() =>
            EntryKind.Value(ReturnClass.Cost, ValueStream.WordOfMouth, EvidenceGrade.D, ValuationBasis.Stated)
        );
    }

    [Fact]
    public void No_code_is_that_of_a_stream_and_of_a_category() =>
        Assert.Empty(EnumCode.All<ValueStream>().Intersect(EnumCode.All<CostCategory>()));
}
