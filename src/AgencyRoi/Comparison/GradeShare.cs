using AgencyRoi.Metrics;

namespace AgencyRoi.Comparison;

/// <summary>How much of a value has which evidence.</summary>
/// <param name="Grade">The grade.</param>
/// <param name="Value">Its unadjusted value.</param>
/// <param name="Share">Its part of the whole value, six places; null when the whole is not above zero.</param>
internal sealed record GradeShare(EvidenceGrade Grade, Money Value, decimal? Share)
{
    /// <summary>The strongest first.</summary>
    public static IReadOnlyList<GradeShare> Of(IEnumerable<(EvidenceGrade Grade, decimal Amount)> values, FigureScope scope)
    {
        var byGrade = values.GroupBy(value => value.Grade, value => value.Amount).OrderBy(grade => grade.Key).ToList();
        var whole = byGrade.Sum(grade => grade.Sum());
        return [.. byGrade.Select(grade => new GradeShare(grade.Key, scope.Shown(grade.Sum()), ShareOf(grade.Sum(), whole)))];
    }

    public static decimal? ShareOf(decimal part, decimal whole) =>
        whole > 0 ? decimal.Round(part / whole, 6, MidpointRounding.AwayFromZero) : null;
}
