namespace AgencyRoi.Returns.Figures;

/// <summary>How much of a value has which evidence.</summary>
/// <param name="Grade">The grade.</param>
/// <param name="Value">Its unadjusted value.</param>
/// <param name="Share">Its part of the whole value, six places; null when the whole is not above zero.</param>
internal sealed record GradeShare(EvidenceGrade Grade, Money Value, decimal? Share)
{
    /// <summary>The strongest first.</summary>
    /// <param name="shown">What is shown of all of them together: what is shown of each adds up to it.</param>
    public static IReadOnlyList<GradeShare> Of(IEnumerable<(EvidenceGrade Grade, decimal Amount)> values, Money shown)
    {
        var byGrade = values.GroupBy(value => value.Grade, value => value.Amount).OrderBy(grade => grade.Key).ToList();
        var amounts = byGrade.ConvertAll(grade => grade.Sum());
        var (whole, parts) = (amounts.Sum(), LargestRemainder.RoundTo(shown.Amount, amounts, MinorUnits.Of(shown.CurrencyCode)));
        return [.. byGrade.Select((grade, i) => new GradeShare(grade.Key, shown with { Amount = parts[i] }, ShareOf(amounts[i], whole)))];
    }

    public static decimal? ShareOf(decimal part, decimal whole) =>
        whole > 0 ? decimal.Round(part / whole, 6, MidpointRounding.AwayFromZero) : null;
}
