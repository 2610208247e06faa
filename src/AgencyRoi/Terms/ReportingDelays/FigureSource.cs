using System.Diagnostics;

namespace AgencyRoi.Terms.ReportingDelays;

/// <summary>Where figures come from, as the ledger tells it: a stream of value, or a category of cost.</summary>
/// <param name="Code">The code of the stream or category.</param>
internal readonly record struct FigureSource(EntrySide Side, string Code)
{
    public static FigureSource Of(ValueStream stream) => new(EntrySide.Value, EnumCode.Of(stream));

    public static FigureSource Of(CostCategory category) => new(EntrySide.Cost, EnumCode.Of(category));

    public ValueStream? Stream => Side == EntrySide.Value && EnumCode.TryParse<ValueStream>(Code, out var stream) ? stream : null;

    /// <summary>The fee that an agency receives is value in its own viewpoint and has no stream: it goes by its category there too.</summary>
    public CostCategory? CostCategory => Stream is null ? EnumCode.Parse<CostCategory>(Code) : null;

    /// <summary>Visits of search terms are counted by the month.</summary>
    public bool IsMonthly => Stream == ValueStream.Traffic;

    /// <summary>
    /// Until the agency says otherwise. Networks, shops and advertising accounts correct what they report for some three days, hours are written down by the
    /// end of the week, and what is agreed in advance stands at once.
    /// </summary>
    public int UsualDays =>
        CostCategory switch
        {
            Metrics.CostCategory.StaffTime or Metrics.CostCategory.ManagementTime => 7,
            Metrics.CostCategory.Platform or Metrics.CostCategory.AgencyFee or Metrics.CostCategory.Overhead => 0,
            Metrics.CostCategory.AdSpend
            or Metrics.CostCategory.RefundDiscount
            or Metrics.CostCategory.Research
            or Metrics.CostCategory.Training
            or Metrics.CostCategory.Conference
            or Metrics.CostCategory.Content
            or Metrics.CostCategory.Contractor
            or Metrics.CostCategory.Other
            or null => UsualDaysOfAny,
            var category => throw new UnreachableException($"{category} has no usual days."),
        };

    /// <summary>Of a source that is not known yet.</summary>
    public const int UsualDaysOfAny = 3;
}
