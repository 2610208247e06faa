using AgencyRoi.Metrics;

namespace AgencyRoi.Tests.House;

/// <summary>What the maths can compute, somebody can ask for: a formula that only its own test calls is deleted, or waits here with its reason.</summary>
public sealed class MathsInUseTests
{
    private const string WithAndWithout =
        "Tests of an effect, with against without: two rates or two series, their p-value, and what the work added.";
    private const string Planning = "Planning: the return of the last unit of cost, and the months until a cost is back at an even value.";

    /// <summary>Functions that nothing calls yet, each with the work that will.</summary>
    private static readonly Dictionary<string, string> Waiting = new()
    {
        ["Roi.IncrementalPercent"] = WithAndWithout,
        ["Spearman.Correlation"] = WithAndWithout,
        ["Payback.Months"] = Planning,
        ["Roi.MarginalPercent"] = Planning,
    };

    [Fact]
    public void Each_function_of_the_maths_is_used_by_the_product_or_waits_with_a_reason() =>
        Assert.Equal(
            Waiting.Keys.Order(StringComparer.Ordinal),
            new UnusedMembers(typeof(Program), library: "AgencyRoi.Metrics", house: "AgencyRoi").Of(typeof(Money).Assembly)
        );

    [Fact]
    public void A_formula_that_the_program_never_reaches_is_found() =>
        Assert.Equal(
            ["Halves.OfNobody", "Halves.Twice", "Unasked"],
            new UnusedMembers(
                typeof(Planted.Formulas.Program.Start),
                library: "AgencyRoi.Tests.House.Planted.Formulas.Maths",
                house: "AgencyRoi.Tests.House.Planted.Formulas"
            ).Of(typeof(MathsInUseTests).Assembly)
        );
}
