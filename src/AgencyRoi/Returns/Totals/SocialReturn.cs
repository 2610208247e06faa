using AgencyRoi.Metrics.Comparison;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Returns.Figures;

namespace AgencyRoi.Returns.Totals;

/// <summary>How much of a value is the work's own, as an assumption with a reason that whoever asks can name. All are shares from 0 to 1.</summary>
/// <param name="Deadweight">What would have happened anyway.</param>
/// <param name="Displacement">What was taken from elsewhere.</param>
/// <param name="Attribution">What is due to this work and not to others.</param>
/// <param name="Confidence">How far the estimate is trusted.</param>
/// <param name="DropOff">What is lost each further year.</param>
internal sealed record SocialReturnInput(
    decimal Deadweight = 0m,
    decimal Displacement = 0m,
    decimal Attribution = 1m,
    decimal Confidence = 1m,
    decimal DropOff = 0m
);

/// <summary>A year of a social return.</summary>
/// <param name="Year">1 is the first.</param>
/// <param name="Factor">(1 - deadweight) × (1 - displacement) × attribution × confidence × (1 - drop-off) for each year after the first, six places.</param>
/// <param name="Value">The measured value × the factor, not discounted.</param>
internal sealed record SocialReturnYear(int Year, decimal Factor, Money Value);

/// <summary>
/// A return as social return on investment adjusts it: factors multiply, each working on what the one before left. The first year is what was measured;
/// further years assume that it lasts, less the drop-off. An assumption of whoever asks; it is stored nowhere and enters no other figure.
/// </summary>
/// <param name="Total">Which of the four totals was adjusted.</param>
/// <param name="Value">Of the first year.</param>
/// <param name="Low">The first year's at the low end of the measured value.</param>
/// <param name="High">The first year's at the high end.</param>
/// <param name="PresentValue">Of all years, in money of the first.</param>
/// <param name="Ratio">Present value ÷ the full cost, six places. Null: undefined.</param>
/// <param name="UndefinedReason">Why there is no ratio. Null: there is one.</param>
/// <param name="Years">Each of them.</param>
internal sealed record SocialReturn(
    RoiTotal Total,
    Money Value,
    Money Low,
    Money High,
    Money PresentValue,
    decimal? Ratio,
    UndefinedReason? UndefinedReason,
    [property: ListSize(AssumedSize = 10)] IReadOnlyList<SocialReturnYear> Years
);

[ObjectType<ReturnOnInvestment>]
internal static partial class SocialReturnOfRoi
{
    private const int MostYears = 30;

    /// <summary>The return less what would have happened anyway, what was taken from elsewhere and what others did, over some years.</summary>
    /// <param name="shares">How much of the value is the work's own; null: all of it.</param>
    /// <param name="total">Which of the four totals is adjusted. ADJUSTED already counts evidence: with it, confidence would count it twice.</param>
    /// <param name="years">How many years the value lasts, from 1 to 30.</param>
    /// <param name="discountRate">A year's, 0 to 1.</param>
    public static SocialReturn GetSocialReturn(
        [Parent] ReturnOnInvestment whole,
        SocialReturnInput? shares,
        RoiTotal total = RoiTotal.Unadjusted,
        int years = 1,
        decimal discountRate = 0m
    )
    {
        shares ??= new();
        var sroi = new Sroi(shares.Deadweight, shares.Displacement, shares.Attribution, shares.Confidence, shares.DropOff);
        if (!sroi.IsValid)
            throw BadInput.Of("Deadweight, displacement, attribution, confidence and dropOff lie between 0 and 1.");
        if (years is < 1 or > MostYears)
            throw BadInput.Of($"years lie between 1 and {MostYears}.");
        if (discountRate is < 0m or > 1m)
            throw BadInput.Of("discountRate lies between 0 and 1.");

        var value = whole.Total(total).ExactRange;
        var first = sroi.Adjust(value);
        var yearly = Enumerable
            .Range(0, years)
            .Select(year => (Factor: sroi.FactorOfYear(year), Value: value.Amount * sroi.FactorOfYear(year)))
            .ToList();
        var present = Metrics.PresentValue.Net(yearly.Select(year => (year.Value, 0m)), discountRate);
        var ratio = Roi.BenefitCost(present, whole.ExactCost);
        return new(
            total,
            Value: whole.Scope.Shown(first.Amount),
            Low: whole.Scope.Shown(first.Low),
            High: whole.Scope.Shown(first.High),
            PresentValue: whole.Scope.Shown(present),
            ratio.Value,
            ratio.Reason,
            [
                .. yearly.Select(
                    (year, i) =>
                        new SocialReturnYear(
                            i + 1,
                            decimal.Round(year.Factor, 6, MidpointRounding.AwayFromZero),
                            whole.Scope.Shown(year.Value)
                        )
                ),
            ]
        );
    }
}
