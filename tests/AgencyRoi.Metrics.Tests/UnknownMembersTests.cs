using AgencyRoi.Metrics.Costs;
using AgencyRoi.Metrics.Streams;

namespace AgencyRoi.Metrics.Tests;

/// <summary>A member that a switch does not know is refused: it is never taken for the last one that it knows.</summary>
public sealed class UnknownMembersTests
{
    public static TheoryData<string> Switches => [.. ByName.Keys];

    private static readonly Dictionary<string, Action> ByName = new()
    {
        ["return class of a stream"] = () => ValueStreams.OriginOf((ValueStream)99),
        ["return class of a basis"] = () => ValueStreams.ReturnClassOf(ValueStream.Traffic, (ValuationBasis)99),
        ["start of an interval"] = () => IntervalBuckets.StartOf(new(2025, 3, 1), (TimeInterval)99),
        ["order of allocation bases"] = () => Allocation.OrderFrom((AllocationBasis)99),
        ["weight by an allocation basis"] = () => new AllocationTarget(Guid.Empty).WeightBy((AllocationBasis)99),
        ["price of a link"] = () => Authority.MonthlyValue((LinkPricing)99, 1m, 1m),
        ["factor of a grade"] = () => EvidenceFactors.Default.Of((EvidenceGrade)99),
        ["factor of a return class"] = () => EvidenceFactors.Default.Of((ReturnClass)99, EvidenceGrade.A),
    };

    [Theory]
    [MemberData(nameof(Switches))]
    public void A_member_that_a_switch_does_not_know_is_refused(string name)
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(ByName[name]);

        Assert.Equal("99", refusal.ActualValue?.ToString());
    }
}
