using AgencyRoi.Ledger.Sums;
using AgencyRoi.Metrics;
using AgencyRoi.Returns.Comparison;
using AgencyRoi.Returns.Figures;

namespace AgencyRoi.Tests.Returns;

/// <summary>A member that a switch does not know is refused: it is never taken for the last one that it knows.</summary>
public sealed class UnknownMembersTests
{
    private static readonly DateRange Days = new(new(2025, 3, 1), new(2025, 4, 1));

    [Fact]
    public void A_dimension_of_a_comparison_that_is_not_known_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => GroupSplits.Of((ComparisonDimension)99));

    [Fact]
    public void A_dimension_of_the_ledger_that_is_not_known_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            FigureScope.OfClient(new(Guid.NewGuid()), Days, Viewpoint.Client, "EUR").Within((LedgerDimension)99, [])
        );

    [Fact]
    public void A_total_that_is_not_known_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RoiTotals.ReturnClassesOf((RoiTotal)99));
}
