namespace AgencyRoi.Metrics.Valuation;

/// <summary>A cost as it was entered.</summary>
/// <param name="Amount">Net of tax, zero or above. Zero is a fact and makes a line, so that it can be explained.</param>
/// <param name="SpreadMonths">The months from its day on that bear it, by day; null: it counts on its day.</param>
public sealed record CostFact(
    string ExternalReference,
    CostCategory Category,
    DateOnly OccurredOn,
    Money Amount,
    PaidBy PaidBy,
    Dimensions Dimensions,
    int? SpreadMonths = null
);

/// <summary>
/// What the client paid is cost of the client's return; what the agency paid is cost of the agency's margin. A fee that the client paid
/// is both the client's cost and the agency's revenue: two lines, two viewpoints, never one sum.
/// </summary>
public static class CostEntryValuation
{
    public static readonly ValuationMethod Method = new("cost-entry", 2);
    public static readonly ValuationMethod SpreadMethod = new("cost-spread-by-day", 2);

    // Evidence and basis mean nothing for a cost; the ledger's columns are never null, so every cost says the same.
    private const EvidenceGrade NoGrade = EvidenceGrade.A;
    private const Basis NoBasis = Basis.Stated;

    /// <exception cref="OverflowException">The amount is too large for the ledger.</exception>
    public static IReadOnlyList<ValuedLine> Value(CostFact cost, LedgerRates rates)
    {
        var lines = AtOnce(cost, rates);
        if (cost.SpreadMonths is not { } months)
            return lines;
        var term = new DateRange(cost.OccurredOn, cost.OccurredOn.AddMonths(months));
        return [.. lines.SelectMany(line => TermSpread.ByDay(Spread(line, months, term.Days), term))];
    }

    private static IReadOnlyList<ValuedLine> AtOnce(CostFact cost, LedgerRates rates)
    {
        if (cost.PaidBy == PaidBy.Agency)
            return [Line(cost, Viewpoint.Agency, rates)];

        var paid = Line(cost, Viewpoint.Client, rates);
        return cost.Category == CostCategory.AgencyFee ? [paid, Earned(paid)] : [paid];
    }

    private static ValuedLine Spread(ValuedLine whole, int months, int days) =>
        whole with
        {
            Method = SpreadMethod,
            Inputs = new Dictionary<string, string>(whole.Inputs)
            {
                ["months"] = ExactAmount.Text(months),
                ["days"] = ExactAmount.Text(days),
            },
        };

    private static ValuedLine Earned(ValuedLine fee) =>
        fee with
        {
            Viewpoint = Viewpoint.Agency,
            Side = Side.Value,
            Line = Metrics.Line.Direct,
            Basis = Basis.Revenue,
        };

    internal static ValuedLine Line(CostFact cost, Viewpoint viewpoint, LedgerRates rates)
    {
        var unrounded = UnroundedLine.Of(cost.Amount.Amount, rates, factor: 1m);
        return new()
        {
            Day = cost.OccurredOn,
            Viewpoint = viewpoint,
            Side = Side.Cost,
            Line = Metrics.Line.Cost,
            Stream = EnumCode.Of(cost.Category),
            Grade = NoGrade,
            Basis = NoBasis,
            Dimensions = cost.Dimensions,
            Unit = $"cost:{cost.ExternalReference}",
            Method = Method,
            Inputs = new Dictionary<string, string> { ["amount"] = ExactAmount.Text(cost.Amount.Amount) },
            Unrounded = unrounded,
            OriginalAmount = LedgerRounding.Of(unrounded.Original),
            OriginalCurrency = cost.Amount.CurrencyCode,
            Rates = rates,
            Client = unrounded.Client.At(1m),
            Agency = unrounded.Agency.At(1m),
        };
    }
}
