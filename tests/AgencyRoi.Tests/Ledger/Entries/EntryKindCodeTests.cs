using AgencyRoi.Ledger.Entries;
using AgencyRoi.Metrics;

namespace AgencyRoi.Tests.Ledger.Entries;

public sealed class EntryKindCodeTests
{
    private static readonly EntryKind[] Kinds =
    [
        EntryKind.Fee,
        .. Enum.GetValues<CostCategory>().Select(EntryKind.Cost),
        .. from returnClass in Enum.GetValues<ReturnClass>()
        where returnClass != ReturnClass.Cost
        from stream in Enum.GetValues<ValueStream>()
        from grade in Enum.GetValues<EvidenceGrade>()
        from basis in Enum.GetValues<ValuationBasis>()
        select EntryKind.Value(returnClass, stream, grade, basis),
    ];

    [Fact]
    public void Each_kind_has_a_code_of_its_own_that_leads_back_to_it()
    {
        Assert.Distinct(Kinds.Select(EntryKindCode.Of));
        Assert.All(Kinds, kind => Assert.Equal(kind, EntryKindCode.Parse(EntryKindCode.Of(kind))));
    }

    [Fact]
    public void A_code_reads_as_return_class_stream_grade_and_basis()
    {
        Assert.Equal("COST:AD_SPEND", EntryKindCode.Of(EntryKind.Cost(CostCategory.AdSpend)));
        Assert.Equal("DIRECT:AGENCY_FEE:A:REVENUE", EntryKindCode.Of(EntryKind.Fee));
        Assert.Equal(
            "INDIRECT:REPUTATION:C:STATED",
            EntryKindCode.Of(EntryKind.Value(ReturnClass.Indirect, ValueStream.Reputation, EvidenceGrade.C, ValuationBasis.Stated))
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("COST")]
    [InlineData("DIRECT:AD_SPEND:A:REVENUE")]
    [InlineData("DIRECT:DIRECT_SALES")]
    [InlineData("COST:DIRECT_SALES:A:REVENUE")]
    public void What_is_no_kind_is_refused(string code) => Assert.ThrowsAny<Exception>(() => EntryKindCode.Parse(code));
}
